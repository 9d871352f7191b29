import type { Json } from '../../../dialogs/protocol/value.ts';
import { readMessage, writeMessage } from '../message-name.ts';
import type { ArchiveRecord, RecordKind } from '../records.ts';

/** A record as it lies in MongoDB. */
export interface StoredRecord {
  readonly _id: string;
  readonly kind: RecordKind;
  readonly at: Date;
  /** Rises with every record that a process writes: their order within an instant. */
  readonly seq: number;
  readonly conversationId?: string;
  readonly customerId?: string;
  readonly outcome?: string;
  /** As `writeMessage` makes it. */
  readonly message?: string;
  /** To be searched and looked through; absent where MongoDB cannot keep it as it is. */
  readonly body?: unknown;
  /** Such a body as JSON text. */
  readonly text?: string;
}

/** Deeper bodies are kept as text: the database's own limit is 100. */
const DEEPEST = 60;
/** Names that a database, or an object on its way there, reads as something else. */
const ODD_NAME = /^$|^\$|[.\0]|^__proto__$/;

/** Anything but the record's own members stays outside. */
export function toStored(record: ArchiveRecord, seq: number): StoredRecord {
  const { id, kind, at, conversationId, customerId, outcome, message } = record;
  const text = JSON.stringify(record.body);
  // By way of text, so that both kinds of archive keep the same: no -0, nothing undefined.
  const body: Json = JSON.parse(text);
  return {
    _id: id,
    ...{ kind, at: new Date(at), seq },
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(message === undefined ? {} : { message: writeMessage(message) }),
    ...(isPlain(body) ? { body } : { text }),
  };
}

export function fromStored(stored: StoredRecord): ArchiveRecord {
  const { _id, kind, at, conversationId, customerId, outcome, message, body, text } = stored;
  return {
    ...{ id: _id, kind, at: at.toISOString() },
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(message === undefined ? {} : { message: readMessage(message) }),
    // Either was JSON when it was written.
    body: (text === undefined ? body : JSON.parse(text)) as Json,
  };
}

/** Will MongoDB, or what speaks its protocol, give it back exactly? */
function isPlain(value: Json, depth = 0): boolean {
  if (typeof value === 'string') return isWellFormed(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  // FerretDB takes no list right inside a list.
  if (Array.isArray(value)) return value.every((one: Json) => !Array.isArray(one) && isPlain(one, depth + 1));
  return Object.entries(value).every(
    ([name, inner]) => !ODD_NAME.test(name) && isWellFormed(name) && isPlain(inner, depth + 1),
  );
}

/** Half a surrogate pair has no UTF-8. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
