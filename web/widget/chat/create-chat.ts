import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Choice } from '../../../dialogs/protocol/message.ts';
import type { Said } from './chat-message.ts';
import { type Connection, connectChat } from './connect-chat.ts';
import { type ChatApi, createApi } from './create-api.ts';
import { type ChatState, createChatState } from './create-chat-state.ts';
import { createKeep, type Keep, type Outgoing } from './create-keep.ts';
import { createOutbox, type Outbox } from './create-outbox.ts';
import { createPassKeeper, type PassKeeper, subjectOf } from './create-pass-keeper.ts';
import { foldMessage } from './fold-timeline.ts';
import { makeUlid } from './make-ulid.ts';
import type { Photo } from './prepare-photo.ts';
import { batch, effect } from './signal.ts';
import { textOf } from './texts.ts';

export interface ChatSettings {
  /** Where the HTTP API lives, without a slash at the end. */
  readonly server: string;
  readonly shop: string;
  readonly locale: Locale;
  /** Signed by the shop's server; empty for a visitor. */
  readonly customerToken: string;
}

/** What the customer does with an offered answer: takes the choice, or says the words. */
export type Answer = (given: Choice | string) => void;

export interface Chat extends ChatState {
  readonly server: string;
  readonly shop: string;
  readonly pending: Outbox['pending'];
  say(text: string): void;
  choose(choice: Choice): void;
  show(photo: Photo): void;
  retry(): void;
  giveUp(id: string): void;
  speak(locale: Locale): void;
  startAnew(): void;
  remove(): Promise<void>;
  transcript(): Promise<void>;
  end(): void;
}

/** One customer's chat with one shop: state to draw and things to do. Starts at once; asks the server for nothing before it is opened. */
export function createChat(settings: ChatSettings): Chat {
  const { server, locale, customerToken } = settings;
  const api = createApi(server);
  const who = subjectOf(customerToken);
  const keep = createKeep(`omotenashi:${server}`, who);
  const kept = keep.session();
  const state = createChatState(kept && kept.pageLocale === locale ? (kept.locale as Locale) : locale, kept?.read ?? 0);
  const visitor = () => ({ locale: state.locale.value, pageLocale: locale, customerToken, who });
  const passes = createPassKeeper(api, keep, visitor);
  // The visitor has signed in meanwhile: the server should know before the next word.
  if (kept && kept.who !== who) void passes.renew().catch(() => undefined);
  const outbox: Outbox = createOutbox(api, keep, passes, {
    accepted: (outgoing) => {
      state.entries.value = foldMessage(state.entries.value, asMessage(outgoing, state), 0);
    },
    lost: () => connection.lost(),
  });
  const connection = connectChat({ state, api, keep, passes, outbox });
  if (kept) for (const outgoing of keep.outbox()) outbox.add(outgoing);
  const stopMarking = keepMarks(state, keep);
  return {
    ...settings,
    ...state,
    pending: outbox.pending,
    retry: outbox.retry,
    giveUp: outbox.drop,
    ...speaking(state, outbox),
    ...keeping({ settings, state, api, keep, passes, outbox, connection }),
    end: () => {
      connection.end();
      stopMarking();
    },
  };
}

function speaking(state: ChatState, outbox: Outbox): Pick<Chat, 'say' | 'choose' | 'show'> {
  const send = (said: Said, label: string, id = makeUlid()) => {
    state.problem.value = undefined;
    outbox.add({ id, said, label, at: new Date().toISOString() });
  };
  return {
    say: (text) => send({ text }, text),
    choose: ({ value, label }) => send({ choice: value, label }, label),
    show: ({ mediaType, name, data, preview }) => {
      const id = makeUlid();
      state.pictures.value = { ...state.pictures.value, [id]: preview };
      send({ attachment: { mediaType, name, data } }, name, id);
    },
  };
}

interface Parts {
  readonly settings: ChatSettings;
  readonly state: ChatState;
  readonly api: ChatApi;
  readonly keep: Keep;
  readonly passes: PassKeeper;
  readonly outbox: Outbox;
  readonly connection: Connection;
}

function keeping(parts: Parts): Pick<Chat, 'speak' | 'startAnew' | 'remove' | 'transcript'> {
  const { settings, state, api, keep, passes, outbox, connection } = parts;
  const startAnew = () => {
    state.problem.value = undefined;
    outbox.clear();
    keep.keepSession(undefined);
    connection.restart();
  };
  const guarded = async (task: (id: string, token: string) => Promise<void>) => {
    try {
      const session = await passes.ready();
      await task(session.id, session.token);
    } catch {
      state.problem.value = 'trouble';
    }
  };
  return {
    startAnew,
    speak: (next) => {
      state.locale.value = next;
      const session = keep.session();
      if (session) keep.keepSession({ ...session, locale: next, pageLocale: settings.locale });
      // A person answers in their own language; the bot changes when it is told.
      if (state.control.value.owner !== 'bot') return;
      if (state.spoken.value) speaking(state, outbox).say(textOf(next, 'switch_say'));
      else startAnew();
    },
    remove: () =>
      guarded(async (id, token) => {
        await api.remove(id, token);
        startAnew();
        state.problem.value = 'deleted';
      }),
    transcript: () =>
      guarded(async (id, token) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await api.transcript(id, token));
        link.download = `${settings.shop}-${new Date().toISOString().slice(0, 10)}.txt`;
        link.click();
      }),
  };
}

/** The server has the message: it stays in its place until the echo replaces it. */
function asMessage({ id, label, at, said }: Outgoing, state: ChatState) {
  const url = state.pictures.value[id];
  const media = 'attachment' in said && url ? { media: { kind: 'image', url, alt: label } as const } : {};
  return { id, from: 'customer', at, text: label, ...media } as const;
}

/** Remembers what was seen, and the language, for the next page and the other tabs. */
function keepMarks(state: ChatState, keep: Keep): () => void {
  const mark = () => {
    const newest = state.entries.value.reduce((seq, one) => Math.max(seq, one.seq), 0);
    const session = keep.session();
    if (!state.open.value || document.hidden || !session) return;
    batch(() => {
      state.read.value = newest;
      const locale = state.locale.value;
      if (session.read !== newest || session.locale !== locale) keep.keepSession({ ...session, read: newest, locale });
    });
  };
  const end = effect(mark);
  document.addEventListener('visibilitychange', mark);
  return () => {
    end();
    document.removeEventListener('visibilitychange', mark);
  };
}
