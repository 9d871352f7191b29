import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Choice } from '../../../dialogs/protocol/message.ts';
import type { Said } from './chat-message.ts';
import { connectChat } from './connect-chat.ts';
import { createApi } from './create-api.ts';
import { type ChatState, createChatState } from './create-chat-state.ts';
import { createKeep, type Outgoing } from './create-keep.ts';
import { createOutbox, type Outbox } from './create-outbox.ts';
import { createPassKeeper, subjectOf } from './create-pass-keeper.ts';
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
export function createChat({ server, shop, locale, customerToken }: ChatSettings): Chat {
  const api = createApi(server);
  const keep = createKeep(`omotenashi:${server}`);
  const who = subjectOf(customerToken);
  const old = keep.session();
  // Another person at this browser, or one who has signed out: never show them the talk of before.
  if (old?.who && old.who !== who) keep.keepSession(undefined);
  const kept = keep.session();
  const state = createChatState(kept && kept.pageLocale === locale ? (kept.locale as Locale) : locale, kept?.read ?? 0);
  const passes = createPassKeeper(api, keep, () => ({
    locale: state.locale.value,
    pageLocale: locale,
    customerToken,
    who,
  }));
  // The visitor has signed in meanwhile: the server should know before the next word.
  if (kept && kept.who !== who) void passes.renew().catch(() => undefined);
  const outbox: Outbox = createOutbox(api, keep, passes, {
    accepted: (outgoing) => {
      const seq = state.read.value;
      state.entries.value = foldMessage(state.entries.value, asMessage(outgoing, state), seq);
    },
    lost: () => connection.lost(),
  });
  const connection = connectChat({ state, api, keep, passes, outbox });
  for (const outgoing of kept ? keep.outbox() : []) outbox.add(outgoing);
  if (!kept) outbox.clear();

  const send = (said: Said, label: string, id = makeUlid()) => {
    state.problem.value = undefined;
    outbox.add({ id, said, label, at: new Date().toISOString() });
  };
  const forget = () => {
    outbox.clear();
    keep.keepSession(undefined);
    connection.restart();
  };
  const startAnew = () => {
    state.problem.value = undefined;
    forget();
  };
  const stopMarking = keepMarks(state, keep);
  const guarded = async (task: (id: string, token: string) => Promise<void>) => {
    try {
      const session = await passes.ready();
      await task(session.id, session.token);
    } catch {
      state.problem.value = 'trouble';
    }
  };
  return {
    ...state,
    server,
    shop,
    pending: outbox.pending,
    say: (text) => send({ text }, text),
    choose: ({ value, label }) => send({ choice: value, label }, label),
    show: ({ mediaType, name, data, preview }) => {
      const id = makeUlid();
      state.pictures.value = { ...state.pictures.value, [id]: preview };
      send({ attachment: { mediaType, name, data } }, name, id);
    },
    retry: outbox.retry,
    giveUp: outbox.drop,
    speak: (next) => {
      state.locale.value = next;
      const session = keep.session();
      if (session) keep.keepSession({ ...session, locale: next, pageLocale: locale });
      // A person answers in their own language; the bot changes when it is told.
      if (state.control.value.owner !== 'bot') return;
      if (state.spoken.value) send({ text: textOf(next, 'switch_say') }, textOf(next, 'switch_say'));
      else forget();
    },
    startAnew,
    remove: () =>
      guarded(async (id, token) => {
        await api.remove(id, token);
        forget();
        state.problem.value = 'deleted';
      }),
    transcript: () =>
      guarded(async (id, token) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await api.transcript(id, token));
        link.download = `${shop}-${new Date().toISOString().slice(0, 10)}.txt`;
        link.click();
      }),
    end: () => {
      connection.end();
      stopMarking();
    },
  };
}

/** The server has the message: it stays in its place until the echo replaces it. */
function asMessage({ id, label, at, said }: Outgoing, state: ChatState) {
  const url = state.pictures.value[id];
  const media = 'attachment' in said && url ? { media: { kind: 'image', url, alt: label } as const } : {};
  return { id, from: 'customer', at, text: label, ...media } as const;
}

/** Remembers what was seen, and the language, for the next page and the other tabs. */
function keepMarks(state: ChatState, keep: ReturnType<typeof createKeep>): () => void {
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
