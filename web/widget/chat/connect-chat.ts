import { localeOf } from '../../../dialogs/protocol/locale.ts';
import type { ChatMessage } from './chat-message.ts';
import type { ChatApi } from './create-api.ts';
import type { ChatState } from './create-chat-state.ts';
import type { Keep } from './create-keep.ts';
import type { Outbox } from './create-outbox.ts';
import type { PassKeeper } from './create-pass-keeper.ts';
import { changedLocale, foldControl, foldMessage } from './fold-timeline.ts';
import { type Cursor, followEvents } from './follow-events.ts';
import type { StreamEvent } from './read-event-stream.ts';
import { batch, effect } from './signal.ts';
import { takeTurns } from './take-turns.ts';

export interface Connection {
  /** Empties the column and follows whatever conversation this browser holds now. */
  restart(): void;
  /** The conversation is gone on the server: go on in a new one. False when that has just been tried. */
  lost(): boolean;
  end(): void;
}

interface Parts {
  readonly state: ChatState;
  readonly api: ChatApi;
  readonly keep: Keep;
  readonly passes: PassKeeper;
  readonly outbox: Outbox;
}

const TYPING_AFTER_MS = 400;
/** After this long without an answer the typing sign would be a lie. */
const LONGEST_TYPING_MS = 20_000;
const LOST_AGAIN_MS = 10_000;

/** Keeps the column in step with the server, and the tabs with each other. */
export function connectChat({ state, api, keep, passes, outbox }: Parts): Connection {
  const setTyping = createTypingSign(state);
  let following = keep.session()?.id;
  let cursor: Cursor = { last: '' };
  let stream: AbortController | undefined;
  let mine = false;
  let lostAt = 0;

  /** Nothing is asked of the server before the customer opens the chat. */
  const update = () => {
    const wanted = mine && (following !== undefined || state.open.value);
    if (wanted === (stream !== undefined)) return;
    stream?.abort();
    stream = wanted ? new AbortController() : undefined;
    if (stream) void followEvents(api, passes, { cursor, onEvent, onState, onLost }, stream.signal);
  };
  const begin = () => {
    cursor = { last: '' };
    following = keep.session()?.id;
    state.control.value = { owner: 'bot' };
    state.read.value = keep.session()?.read ?? 0;
    setTyping(false);
    stream?.abort();
    stream = undefined;
    update();
  };
  const lost = () => {
    if (Date.now() - lostAt < LOST_AGAIN_MS) return false;
    lostAt = Date.now();
    if (keep.session()?.id === following) keep.keepSession(undefined);
    batch(() => {
      const old = state.entries.value.map((one) => ({ ...one, seq: 0 }));
      state.entries.value = old.length > 0 ? [...old, { kind: 'renewed', key: `${lostAt}`, seq: 0 }] : old;
      begin();
    });
    return true;
  };
  const onLost = () => {
    if (!lost()) setTimeout(begin, LOST_AGAIN_MS);
  };
  const restart = () =>
    batch(() => {
      state.entries.value = [];
      state.live.value = false;
      begin();
    });
  const onState = (online: boolean) => {
    state.online.value = online;
    if (!online) return setTyping(false);
    following = keep.session()?.id;
    state.problem.value = undefined;
    outbox.retry();
    setTimeout(() => {
      state.live.value = true;
    }, 800);
  };
  const onEvent = (event: StreamEvent) => {
    const echo = readEvent(state, event, setTyping);
    if (echo) outbox.drop(echo);
  };
  const ends = [
    takeTurns('omotenashi-stream', (value) => {
      mine = value;
      update();
    }),
    effect(() => {
      void state.open.value;
      update();
    }),
    keep.onChange(() => {
      if (keep.session()?.id !== following) restart();
      else state.read.value = keep.session()?.read ?? 0;
    }),
  ];
  return {
    restart,
    lost,
    end: () => {
      for (const end of ends) end();
      stream?.abort();
    },
  };
}

/** A sign that comes only when an answer takes long, and doesn't stay for ever. */
function createTypingSign(state: ChatState): (on: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (on) => {
    clearTimeout(timer);
    if (!on) {
      state.typing.value = false;
      return;
    }
    timer = setTimeout(() => {
      state.typing.value = true;
      timer = setTimeout(() => {
        state.typing.value = false;
      }, LONGEST_TYPING_MS);
    }, TYPING_AFTER_MS);
  };
}

/** Takes one event of the stream into the state. @returns the id of a message of the customer's, which is an echo */
function readEvent(state: ChatState, { event, data, id }: StreamEvent, setTyping: (on: boolean) => void) {
  const seq = Number(id) || 0;
  const { entries, control, locale } = state;
  const read = JSON.parse(data);
  if (event === 'typing') {
    setTyping(read.on === true);
  } else if (event === 'control') {
    entries.value = foldControl(entries.value, read, seq);
    control.value = read;
  } else if (event === 'message') {
    const message: ChatMessage = read;
    const changed = localeOf(changedLocale(entries.value, message));
    batch(() => {
      entries.value = foldMessage(entries.value, message, seq);
      locale.value = changed ?? locale.peek();
    });
    if (message.from === 'customer') return message.id;
    setTyping(false);
  }
  return undefined;
}
