import type { ComponentChildren } from 'preact';
import { safeAddress } from './safe-address.ts';

/** ASCII only: in Japanese a sentence goes on right after an address. */
const ADDRESS = /(?:https?:\/\/|mailto:|tel:)[!-~]*[\w/#&=%~-]/gi;

/** A text with its addresses as links. Only text nodes and anchors come out of it, whatever goes in. */
export function Words({ text }: { readonly text: string }) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [address] = match;
    const href = safeAddress(address, location.origin);
    parts.push(text.slice(from, match.index), href ? outward(href, address.replace(/^(mailto|tel):/i, '')) : address);
    from = match.index + address.length;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

function outward(href: string, label: string) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
}
