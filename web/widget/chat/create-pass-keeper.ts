import type { ChatApi } from './create-api.ts';
import type { Keep, Session } from './create-keep.ts';
import { HttpFault } from './http-fault.ts';
import { waitOrWake } from './wait-or-wake.ts';

export interface PassKeeper {
  /** The session with a token that holds for another minute; made when there is none. Throws `HttpFault`; 404 or 401 when the conversation is gone. */
  ready(): Promise<Session>;
  /** As `ready`, after the server has refused the token. */
  renew(): Promise<Session>;
}

const STORAGE_LAG_MS = 80;

interface Visitor {
  readonly locale: string;
  readonly pageLocale: string;
  readonly customerToken: string;
  /** Whom the token speaks of. */
  readonly who: string;
}

/** Makes conversations and keeps their tokens fresh, once for all tabs. */
export function createPassKeeper(api: ChatApi, keep: Keep, visitor: () => Visitor): PassKeeper {
  const get = async (session: Session | undefined): Promise<Session> => {
    const { locale, pageLocale, customerToken, who } = visitor();
    const ask = async (token: string, known: string) => {
      const pass = session ? await api.refresh(session.id, session.token, token) : await api.create(locale, token);
      const { conversationId: id, expiresIn } = pass;
      const now = { locale, pageLocale, read: 0, ...keep.session() };
      return { ...now, id, token: pass.token, expiresAt: Date.now() + expiresIn * 1000, who: known };
    };
    if (!customerToken || session?.who === who) return ask('', session?.who ?? '');
    return ask(customerToken, who).catch((fault: unknown) => {
      // A page token that is no longer good: the customer is a visitor, not turned away.
      if (fault instanceof HttpFault && [400, 401, 403].includes(fault.status)) return ask('', '');
      throw fault;
    });
  };
  const fresh = async (refused?: string): Promise<Session> => {
    // What another tab has written a moment ago may not have come to this one yet.
    if (!keep.session()) await waitOrWake(STORAGE_LAG_MS);
    const session = keep.session();
    if (session && session.token !== refused && session.expiresAt - Date.now() > 60_000) return session;
    const next = await get(session);
    // Another tab has deleted the conversation, or begun another one, while we asked.
    if (keep.session()?.id !== session?.id) return fresh(refused);
    keep.keepSession(next);
    return next;
  };
  return {
    ready: () => alone(() => fresh()),
    renew: () => {
      const refused = keep.session()?.token;
      return alone(() => fresh(refused));
    },
  };
}

/** Two tabs, or two sends in one, must not make two conversations. */
async function alone<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('omotenashi-pass', task) : task();
}

/** Who the page's token speaks of, read without a check: only to know that the person has changed. */
export function subjectOf(token: string): string {
  try {
    const payload = token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? '';
    return String(JSON.parse(atob(payload)).sub ?? '');
  } catch {
    return '';
  }
}
