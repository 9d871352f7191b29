import { ChatElement } from './chat-element.ts';

const TAG = 'omotenashi-chat';
const script = document.currentScript;
if (!customElements.get(TAG)) customElements.define(TAG, ChatElement);

/** One script tag is enough: its `data-*` become the element's attributes. A page with its own element keeps it. */
function mount(): void {
  if (document.querySelector(TAG)) return;
  const element = document.createElement(TAG);
  if (script instanceof HTMLScriptElement) element.setAttribute('server', new URL(script.src).origin);
  for (const { name, value } of script?.attributes ?? []) {
    if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  }
  document.body.append(element);
}

if (document.body) mount();
else addEventListener('DOMContentLoaded', mount);
