import type { IncomingMessage } from 'node:http';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';

/**
 * Reads a body up to `limit` bytes. Packed bodies are not taken: nothing may unfold in here.
 * @throws CatalogueError `body_too_large`, `media_type_unsupported`, `body_invalid` when the sender broke off
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new CatalogueError('media_type_unsupported', 'Send the body as it is, without Content-Encoding.');
  }
  const tooLarge = () => new CatalogueError('body_too_large', `At most ${limit} bytes are taken here.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      size += part.length;
      if (size > limit) throw tooLarge();
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof CatalogueError) throw cause;
    throw new CatalogueError('body_invalid', 'It broke off.', { cause });
  }
  return Buffer.concat(parts);
}
