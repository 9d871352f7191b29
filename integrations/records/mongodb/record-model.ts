import { type Connection, type Model, Schema } from 'mongoose';
import type { StoredRecord } from './stored-record.ts';

/** Indexes are made by migrations; nothing waits for a database that is away. */
const schema = new Schema<StoredRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    seq: { type: Number, required: true },
    conversationId: String,
    customerId: String,
    outcome: String,
    message: String,
    body: Schema.Types.Mixed,
    text: String,
  },
  {
    ...{ collection: 'records', versionKey: false, minimize: false, id: false },
    ...{ autoIndex: false, autoCreate: false, bufferCommands: false },
  },
);

/** The collection `records` of a connection. */
export const recordModel = (connection: Connection): Model<StoredRecord> =>
  connection.models['Record'] ?? connection.model<StoredRecord>('Record', schema);
