const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 48 bits of time, 80 random bits, Crockford's base 32. The server drops a message whose id it has seen. */
export function makeUlid(now = Date.now()): string {
  let id = '';
  for (let time = now, digits = 10; digits > 0; digits--) {
    id = ALPHABET.charAt(time % 32) + id;
    time = Math.floor(time / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += ALPHABET.charAt(byte % 32);
  return id;
}
