import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** What the client's own description of the API says of a field. */
const field = z.object({
  type: z.string(),
  rule: z.enum(['repeated', 'required']).optional(),
  keyType: z.string().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});
type Field = z.infer<typeof field>;

/** A message with its fields, or an enum with its values, or a room that holds others. */
interface Described {
  readonly fields?: Readonly<Record<string, Field>> | undefined;
  readonly values?: Readonly<Record<string, number>> | undefined;
  readonly oneofs?: Readonly<Record<string, { readonly oneof: readonly string[] }>> | undefined;
  readonly nested?: Readonly<Record<string, Described>> | undefined;
}
const described: z.ZodType<Described> = z.lazy(() =>
  z.object({
    fields: z.record(z.string(), field).optional(),
    values: z.record(z.string(), z.number()).optional(),
    oneofs: z.record(z.string(), z.object({ oneof: z.array(z.string()) })).optional(),
    nested: z.record(z.string(), described).optional(),
  }),
);

export interface MessageType extends Described {
  /** `google.cloud.dialogflow.cx.v3.Intent` */
  readonly path: string;
}

const ROOM = 'google.cloud.dialogflow.cx.v3';
let root: Described | undefined;
// The same few types are asked for thousands of times.
const known = new Map<string, MessageType | undefined>();

/** A message or enum by its name as it is written inside another: `Part` inside `Intent.TrainingPhrase`, or a full name. */
export function messageType(name: string, inside: string = ROOM): MessageType | undefined {
  const key = `${inside} ${name}`;
  if (!known.has(key)) known.set(key, findType(name, inside));
  return known.get(key);
}

function findType(name: string, inside: string): MessageType | undefined {
  const rooms = inside.split('.');
  for (let depth = rooms.length; depth >= 0; depth--) {
    const path = [...rooms.slice(0, depth), name].join('.');
    const found = path.split('.').reduce<Described | undefined>((room, part) => room?.nested?.[part], readAll());
    if (found && (found.fields || found.values)) return { ...found, path };
  }
  return undefined;
}

/** Read at the first need, from the very file that the client speaks by. */
function readAll(): Described {
  const place = createRequire(import.meta.url).resolve('@google-cloud/dialogflow-cx/build/protos/protos.json');
  root ??= described.parse(JSON.parse(readFileSync(place, 'utf8')));
  return root;
}
