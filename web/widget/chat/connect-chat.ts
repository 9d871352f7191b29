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
const LOST_AGAIN_MS = 10_000;

/** Keeps the column in step with the server, and the tabs with each other. */
export function connectChat(parts: Parts): Connection {
  const { state, keep } = parts;
  let lostAt = 0;
  const lost = () => {
    if (Date.now() - lostAt < LOST_AGAIN_MS) return false;
    lostAt = Date.now();
    if (keep.session()?.id === line.following) keep.keepSession(undefined);
    batch(() => {
      const old = state.entries.value.map((one) => ({ ...one, seq: 0 }));
      state.entries.value = old.length > 0 ? [...old, { kind: 'renewed', key: `${lostAt}`, seq: 0 }] : old;
      line.begin();
    });
    return true;
  };
  const line = createLine(parts, () => lost() || setTimeout(line.begin, LOST_AGAIN_MS));
  const restart = () =>
    batch(() => {
      state.entries.value = [];
      state.live.value = false;
      line.begin();
    });
  const ends = [
    takeTurns('omotenashi-stream', line.update),
    effect(() => {
      void state.open.value;
      line.update();
    }),
    keep.onChange(() => {
      if (keep.session()?.id !== line.following) restart();
      else state.read.value = keep.session()?.read ?? 0;
    }),
    line.end,
  ];
  return {
    restart,
    lost,
    end: () => {
      for (const end of ends) end();
    },
  };
}

interface Line {
  /** The conversation whose events it brings. */
  following: string | undefined;
  /** Opens or closes the stream, whichever is due. `mine`: may this tab hold one? */
  update(mine?: boolean): void;
  /** Begins with the conversation that this browser holds now. */
  begin(): void;
  end(): void;
}

/** The event stream of this tab, as long as there is one to follow. Nothing is asked of the server before the customer opens the chat. */
function createLine({ state, api, keep, passes, outbox }: Parts, onLost: () => void): Line {
  const setTyping = createTypingSign(state);
  let cursor: Cursor = { last: '' };
  let stream: AbortController | undefined;
  let allowed = false;
  const end = () => {
    stream?.abort();
    stream = undefined;
  };
  const onState = (online: boolean) => {
    state.online.value = online;
    if (!online) return setTyping(false);
    line.following = keep.session()?.id;
    outbox.retry();
    setTimeout(() => {
      state.live.value = true;
    }, 800);
  };
  const onEvent = (event: StreamEvent) => {
    const echo = readEvent(state, event, setTyping);
    if (echo) outbox.drop(echo);
  };
  const line: Line = {
    following: keep.session()?.id,
    end,
    update: (mine = allowed) => {
      allowed = mine;
      const wanted = mine && (line.following !== undefined || state.open.value);
      if (wanted === (stream !== undefined)) return;
      end();
      if (!wanted) return;
      stream = new AbortController();
      void followEvents(api, passes, { cursor, onEvent, onState, onLost }, stream.signal);
    },
    begin: () => {
      cursor = { last: '' };
      line.following = keep.session()?.id;
      state.control.value = { owner: 'bot' };
      state.read.value = keep.session()?.read ?? 0;
      setTyping(false);
      end();
      line.update();
    },
  };
  return line;
}

/** A sign that comes only when an answer takes long. */
function createTypingSign({ typing }: ChatState): (on: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (on: boolean) => {
    typing.value = on;
  };
  return (on) => {
    clearTimeout(timer);
    if (on) timer = setTimeout(set, TYPING_AFTER_MS, true);
    else set(false);
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
