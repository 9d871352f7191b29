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
  return gather(request, limit, tooLarge);
}

function gather(request: IncomingMessage, limit: number, tooLarge: () => CatalogueError): Promise<Uint8Array> {
  const brokeOff = (cause?: unknown) => new CatalogueError('body_invalid', 'It broke off.', { cause });
  if (request.destroyed && !request.readableEnded) throw brokeOff();
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= limit) parts.push(part);
      else {
        request.pause().removeAllListeners('data');
        reject(tooLarge());
      }
    });
    // One piece is given as it came.
    request.on('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
    request.on('error', (cause) => reject(brokeOff(cause)));
    request.on('close', () => {
      if (!request.readableEnded) reject(brokeOff());
    });
  });
}
