import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Control } from './chat-message.ts';
import type { Entry } from './fold-timeline.ts';
import { computed, type ReadonlySignal, type Signal, signal } from './signal.ts';
import type { TextKey } from './texts.ts';

/** What the views draw. */
export interface ChatState {
  readonly open: Signal<boolean>;
  readonly locale: Signal<Locale>;
  readonly entries: Signal<readonly Entry[]>;
  readonly control: Signal<Control>;
  /** The server's typing sign, or our own guess right after something was said. */
  readonly typing: Signal<boolean>;
  readonly online: Signal<boolean>;
  /** The history is drawn: from now on a screen reader is told what is new. */
  readonly live: Signal<boolean>;
  /** Sequence of the last event that was seen. */
  readonly read: Signal<number>;
  /** A sentence above the composer, in words for the customer. */
  readonly problem: Signal<TextKey | undefined>;
  /** Photos sent from this page, by message id, as object URLs. */
  readonly pictures: Signal<Readonly<Record<string, string>>>;
  readonly unread: ReadonlySignal<number>;
  readonly spoken: ReadonlySignal<boolean>;
}

export function createChatState(locale: Locale, seen: number): ChatState {
  const entries = signal<readonly Entry[]>([]);
  const read = signal(seen);
  const fromUs = (entry: Entry) => entry.kind === 'message' && entry.message.from !== 'customer';
  return {
    open: signal(false),
    locale: signal(locale),
    entries,
    control: signal<Control>({ owner: 'bot' }),
    typing: signal(false),
    online: signal(true),
    live: signal(false),
    read,
    problem: signal<TextKey | undefined>(undefined),
    pictures: signal({}),
    unread: computed(() => entries.value.filter((one) => fromUs(one) && one.seq > read.value).length),
    spoken: computed(() => entries.value.some((one) => one.kind === 'message' && one.message.from === 'customer')),
  };
}
