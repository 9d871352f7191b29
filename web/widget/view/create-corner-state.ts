import { createRef, type RefObject } from 'preact';
import type { Chat } from '../chat/create-chat.ts';
import type { Photo } from '../chat/prepare-photo.ts';
import { type Signal, signal } from '../chat/signal.ts';

/** What belongs to the drawing alone: what is unfolded, and the elements that are scrolled or given the focus. */
export interface CornerState {
  readonly chat: Chat;
  readonly menu: Signal<boolean>;
  readonly asking: Signal<'new' | 'delete' | undefined>;
  /** Chosen, and not sent yet. */
  readonly photo: Signal<Photo | undefined>;
  /** The customer reads further up. */
  readonly away: Signal<boolean>;
  /** Where the column was scrolled to. */
  top: number;
  readonly phone: Signal<boolean>;
  readonly launcher: RefObject<HTMLButtonElement | null>;
  readonly panel: RefObject<HTMLDivElement | null>;
  readonly log: RefObject<HTMLDivElement | null>;
  readonly more: RefObject<HTMLButtonElement | null>;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

export function createCornerState(chat: Chat): CornerState {
  return {
    chat,
    menu: signal(false),
    asking: signal<CornerState['asking']['value']>(undefined),
    photo: signal<Photo | undefined>(undefined),
    away: signal(false),
    top: 0,
    phone: signal(false),
    launcher: createRef(),
    panel: createRef(),
    log: createRef(),
    more: createRef(),
    box: createRef(),
  };
}

/** To where the customer writes; on a touch screen only near it, since the keyboard would rise over the talk. */
export function focusComposer({ panel, box }: CornerState): void {
  (matchMedia('(pointer: coarse)').matches ? panel : box).current?.focus({ preventScroll: true });
}
