import type { Said } from './chat-message.ts';

/** The conversation that this browser holds for this shop, shared by its tabs. */
export interface Session {
  readonly id: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Subject of the page's customer token; empty for a visitor. */
  readonly who: string;
  readonly locale: string;
  /** The page's own language when `locale` was chosen: a later change of the page wins over the choice. */
  readonly pageLocale: string;
  /** Sequence of the last event that the customer has seen. */
  readonly read: number;
}

/** A message on its way up. Kept until the server has it, over reloads too. */
export interface Outgoing {
  readonly id: string;
  readonly said: Said;
  /** What the bubble shows: the label of a choice, the name of a photo. */
  readonly label: string;
  readonly at: string;
}

export interface Keep {
  session(): Session | undefined;
  keepSession(session: Session | undefined): void;
  /** What tabs of this browser have not brought up yet, oldest first. */
  outbox(): readonly Outgoing[];
  keepOutgoing(outgoing: Outgoing): void;
  dropOutgoing(id: string): void;
  /** Another tab has changed the session. */
  onChange(changed: () => void): () => void;
}

/**
 * Keeps session and unsent messages in `localStorage` under `key`, or in memory where the browser refuses storage.
 * @param who nobody sees the talk of another person who was signed in at this browser; a visitor who signs in goes on
 */
export function createKeep(key: string, who: string): Keep {
  const store = findStore();
  const read = <T>(name: string): T | undefined => JSON.parse(store[name] ?? 'null') ?? undefined;
  const write = (name: string, value: unknown) => {
    if (value === undefined) delete store[name];
    else store[name] = JSON.stringify(value);
  };
  // One entry per message, since two tabs may write at once; ULIDs sort by time.
  const prefix = `${key}:${who}:`;
  return {
    session: () => {
      const session = read<Session>(key);
      return session?.who && session.who !== who ? undefined : session;
    },
    keepSession: (session) => write(key, session),
    outbox: () =>
      Object.keys(store)
        .filter((name) => name.startsWith(prefix))
        .sort()
        .map((name) => read<Outgoing>(name))
        .filter((one) => one !== undefined),
    // Photos are too large for the storage: they are sent from memory and are lost with the page.
    keepOutgoing: (outgoing) => {
      if (!('attachment' in outgoing.said)) write(prefix + outgoing.id, outgoing);
    },
    dropOutgoing: (id) => write(prefix + id, undefined),
    onChange: (changed) => {
      const listener = (event: StorageEvent) => event.key === key && changed();
      addEventListener('storage', listener);
      return () => removeEventListener('storage', listener);
    },
  };
}

function findStore(): Record<string, string> {
  try {
    localStorage['omotenashi'] = '';
    return localStorage;
  } catch {
    return {};
  }
}
