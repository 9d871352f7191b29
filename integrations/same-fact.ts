import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Are two facts the same? Takes one time whatever they hold and however long they are. */
export function sameFact(given: string, kept: string): boolean {
  return timingSafeEqual(digest(given), digest(kept));
}

/** A postcode without what people add to it: `〒１００－０００１` → `1000001`, `94107-1234` → `94107`. */
export function plainPostcode(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z-]/g, '')
    .toUpperCase();
  const american = /^(\d{5})-\d{4}$/.exec(plain);
  return american?.[1] ?? plain.replaceAll('-', '');
}

/** An email address as it is compared. */
export function plainEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** An order number as it is kept: `ａｂ 123-456` → `AB123456`. */
export function plainOrderNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-‐−ー・.]/g, '')
    .toUpperCase();
}
