import type { Locator } from 'playwright-core';

type Look = Readonly<Record<string, string>>;
interface Drawn {
  readonly ownerDocument: { readonly defaultView: { getComputedStyle(of: Drawn): Look } };
}

/** What the browser makes of a property (`borderTopColor`) of an element on the page. */
export const styleOf = (element: Locator, property: string): Promise<string | undefined> =>
  element.evaluate(
    (drawn: Drawn, name: string) => drawn.ownerDocument.defaultView.getComputedStyle(drawn)[name],
    property,
  );
