import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { ArchiveRecord, Records } from '../integrations/records/records.ts';

/** Records as lines of JSON, packed: any archive writes it, any reads it. */
export const RECORDS_FILE = 'records.jsonl.gz';
const AT_ONCE = 500;

/** The clocks of two machines differ by less, in milliseconds. */
const CLOCKS_MS = 5000;

/** Writes all records until now, oldest first: a busy archive grows as fast as it is read. Returns how many. */
export async function writeRecordsFile(records: Pick<Records, 'find'>, file: string): Promise<number> {
  let count = 0;
  const to = new Date(Date.now() + CLOCKS_MS).toISOString();
  async function* lines() {
    for (let after: ArchiveRecord | undefined; ; ) {
      const page = await records.find({ to, limit: AT_ONCE, ...(after ? { after } : {}) });
      after = page.at(-1);
      if (!after) return;
      count += page.length;
      yield `${page.map((record) => JSON.stringify(record)).join('\n')}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  return count;
}

/** Writes what a file holds into an archive; what is there already stays. Returns how many it read. */
export async function readRecordsFile(records: Pick<Records, 'write'>, file: string): Promise<number> {
  let count = 0;
  let batch: ArchiveRecord[] = [];
  const write = async () => {
    await records.write(batch);
    count += batch.length;
    batch = [];
  };
  const unpacked = createReadStream(file).pipe(createGunzip());
  const broken = new Promise<never>((_, reject) => unpacked.once('error', reject));
  const read = async () => {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      // The archive looks at each record itself before it takes it.
      batch.push(JSON.parse(line) as ArchiveRecord);
      if (batch.length === AT_ONCE) await write();
    }
    await write();
  };
  await Promise.race([read(), broken]);
  return count;
}
