import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

/** No answer that we need is larger. */
const ANSWER_LIMIT = 1024 * 1024;

/**
 * Reads an answer as JSON, at most 1 MB of it; an empty one is an empty record.
 * @throws CatalogueError `company_system_failed` when it is too large or no JSON
 */
export async function readAnswer(response: Response, system: string): Promise<Json> {
  const text = await readText(response, system);
  if (text.trim() === '') return {};
  try {
    const json: Json = JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value));
    return withoutNulls(json);
  } catch (cause) {
    if (response.ok) throw new CatalogueError('company_system_failed', `${system}: the answer is no JSON.`, { cause });
    return {};
  }
}

async function readText(response: Response, system: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT) {
      throw new CatalogueError('company_system_failed', `${system}: the answer is larger than ${ANSWER_LIMIT} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Many systems write null where something is missing. */
function withoutNulls(json: Json): Json {
  if (Array.isArray(json)) return json.map(withoutNulls);
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => (value === null ? [] : [[key, withoutNulls(value)]])),
  );
}
