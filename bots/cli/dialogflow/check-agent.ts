import type { Json } from '../../../dialogs/protocol/value.ts';
import { isRecord } from '../../../dialogs/protocol/value.ts';
import type { AgentPackage, Fields } from './agent-package.ts';
import { checkReferences } from './check-references.ts';
import { type MessageType, messageType } from './message-types.ts';

/** Fields that exports have and the API has not. */
const EXPORT_ONLY: Readonly<Record<string, readonly string[]>> = {
  ResponseMessage: ['languageCode'],
  'Intent.TrainingPhrase': ['languageCode'],
  'Intent.TrainingPhrase.Part': ['auto'],
  'EntityType.Entity': ['languageCode'],
  Intent: ['numTrainingPhrases'],
};
/** Any JSON stands for itself here. */
const FREE = new Set(['google.protobuf.Value', 'google.protobuf.Struct', 'google.protobuf.ListValue']);
const CX = 'google.cloud.dialogflow.cx.v3.';

/** Which message stands in which file; phrases and values belong to theirs. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/^agent\.json$/, 'Agent'],
  [/^flows\/([^/]+)\/\1\.json$/, 'Flow'],
  [/^flows\/[^/]+\/pages\/[^/]+\.json$/, 'Page'],
  [/^intents\/([^/]+)\/\1\.json$/, 'Intent'],
  [/^intents\/[^/]+\/trainingPhrases\/[a-z]{2}(?:-[a-z]{2})?\.json$/, 'Intent'],
  [/^entityTypes\/([^/]+)\/\1\.json$/, 'EntityType'],
  [/^entityTypes\/[^/]+\/entities\/[a-z]{2}(?:-[a-z]{2})?\.json$/, 'EntityType'],
  [/^webhooks\/[^/]+\.json$/, 'Webhook'],
];
/** Parts of a message that stand in files of their own, so that nothing that is required lacks there. */
const PARTS = /\/(?:trainingPhrases|entities)\//;

/**
 * Holds a package against the messages that the client library speaks: no unknown field, no wrong type or enum value, nothing required
 * that lacks, and no name that leads nowhere.
 * @returns what is wrong, one sentence each; empty where all is well
 */
export function checkAgent(files: AgentPackage): readonly string[] {
  const faults = Object.entries(files).flatMap(([place, content]) => {
    const name = FILES.find(([pattern]) => pattern.test(place))?.[1];
    const type = name === undefined ? undefined : messageType(name);
    return type
      ? checkMessage(content, type, place, PARTS.test(place))
      : [`${place}: no such file belongs to an agent.`];
  });
  return [...faults, ...checkReferences(files)];
}

function checkMessage(content: Fields, type: MessageType, place: string, isPart = false): readonly string[] {
  const own = EXPORT_ONLY[type.path.replace(CX, '')] ?? [];
  const fields = type.fields ?? {};
  const present = Object.entries(content).filter(([name]) => !own.includes(name));
  const lacking = isPart
    ? []
    : Object.entries(fields).filter(
        ([name, { options }]) => options?.['(google.api.field_behavior)'] === 'REQUIRED' && !(name in content),
      );
  const chosen = Object.values(type.oneofs ?? {}).filter(
    ({ oneof }) => oneof.filter((name) => name in content).length > 1,
  );
  return [
    ...lacking.map(([name]) => `${place}: ${name} is required.`),
    ...chosen.map(({ oneof }) => `${place}: only one of ${oneof.join(', ')} may stand here.`),
    ...present.flatMap(([name, value]) => {
      const field = fields[name];
      const at = `${place}: ${name}`;
      if (!field) return [`${at} is no field of ${type.path}.`];
      if (field.keyType !== undefined) return checkPairs(value, at);
      if (field.rule !== 'repeated') return checkValue(value, field.type, type, at);
      if (!Array.isArray(value)) return [`${at} must be a list.`];
      return value.flatMap((each: Json, index) => checkValue(each, field.type, type, `${at}[${index}]`));
    }),
  ];
}

/** Maps are written as pairs. */
function checkPairs(value: Json, at: string): readonly string[] {
  const pairs = Array.isArray(value) && value.every((each: Json) => isRecord(each) && 'key' in each && 'value' in each);
  return pairs ? [] : [`${at} must be a list of {key, value}.`];
}

const SCALARS: Readonly<Record<string, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  float: (value) => typeof value === 'number',
  double: (value) => typeof value === 'number',
  int32: (value) => Number.isInteger(value),
  int64: (value) => Number.isInteger(value),
};

function checkValue(value: Json, name: string, inside: MessageType, at: string): readonly string[] {
  const scalar = SCALARS[name];
  if (scalar) return scalar(value) ? [] : [`${at} must be of type ${name}.`];
  const type = messageType(name, inside.path);
  if (!type) return [`${at}: the client knows no type ${name}.`];
  if (type.values) return typeof value === 'string' && value in type.values ? [] : [`${at}: no value of ${type.path}.`];
  if (FREE.has(type.path)) return [];
  return isRecord(value) ? checkMessage(value, type, at) : [`${at} must be an object.`];
}
