import { LOCALES, localeOf } from '../../dialogs/protocol/locale.ts';
import { type Chat, createChat } from './chat/create-chat.ts';
import css from './styles/widget.css?inline';
import { drawCorner } from './view/draw-corner.tsx';

/**
 * `<omotenashi-chat server="https://bot.example" shop="Aozora" locale="ja" customer-token="…" theme="dark">`.
 * All attributes may change later; without `theme` it follows the system.
 */
export class ChatElement extends HTMLElement {
  static readonly observedAttributes = ['server', 'shop', 'locale', 'customer-token'];
  #chat: Chat | undefined;
  #erase: (() => void) | undefined;
  #queued = false;

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    }
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#erase?.();
    this.#chat?.end();
    this.#chat = undefined;
  }

  attributeChangedCallback(): void {
    // Several attributes are often set at once: one new chat for all of them.
    if (!this.#chat || this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#draw();
    });
  }

  /** Opens the chat; with words, says them for the customer. */
  ask(words?: string): void {
    if (!this.#chat) return;
    this.#chat.open.value = true;
    if (words) this.#chat.say(words);
  }

  #draw(): void {
    const root = this.shadowRoot;
    if (!root) return;
    const open = this.#chat?.open.value ?? false;
    this.#erase?.();
    this.#chat?.end();
    const chat = createChat({
      server: this.getAttribute('server') ?? location.origin,
      shop: this.getAttribute('shop') ?? location.hostname,
      locale:
        localeOf(this.getAttribute('locale') ?? (document.documentElement.lang || navigator.language)) ?? LOCALES[0],
      customerToken: this.getAttribute('customer-token') ?? '',
    });
    chat.open.value = open;
    this.#chat = chat;
    this.#erase = drawCorner(chat, root);
  }
}
