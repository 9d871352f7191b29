import type { protos } from '@google-cloud/dialogflow-cx';
import type { Json } from '../../../dialogs/protocol/value.ts';

type Struct = protos.google.protobuf.IStruct;
type Value = protos.google.protobuf.IValue;

/** A protobuf Struct as plain data. */
export function readStruct(struct: Struct | null | undefined): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(struct?.fields ?? {}).map(([name, value]) => [name, readValue(value)]));
}

function readValue(value: Value): Json {
  if (value.structValue) return readStruct(value.structValue);
  if (value.listValue) return (value.listValue.values ?? []).map(readValue);
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
}
