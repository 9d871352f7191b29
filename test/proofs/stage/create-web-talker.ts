import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { callBot, openCall } from './call-bot.ts';
import type { Talker, TalkerConfig } from './talker.ts';
import { once, untilTaken } from './until-taken.ts';

interface Line {
  readonly id?: number;
  readonly event?: string;
  readonly data?: { readonly from?: string; readonly text?: string };
}

const RECONNECT_MS = 150;

/** The chat in a page, over its HTTP interface: posts with ids of its own, reads the event stream on from the last number seen. */
export function createWebTalker(config: TalkerConfig): Talker {
  const { fleet, onShown, onFault, ended, name } = config;
  const line = new AbortController();
  let path = '';
  let authorization = '';
  let last = 0;
  let open: IncomingMessage | undefined;
  const isOver = () => ended.aborted || line.signal.aborted;

  const post = (url: string, what: string, body: object) =>
    callBot({ method: 'POST', url: `${url}${path}${what}`, headers: { authorization }, body });
  /** A token holds half an hour: a page that stays open changes it for a new one when the old is refused. */
  const renew = async (url: string): Promise<void> => {
    const { status, body } = await post(url, '/token', {});
    if (status === 200) authorization = `Bearer ${JSON.parse(body).token}`;
  };
  const posting = (id: string, text: string) => async (url: string) => {
    const answer = await post(url, '/messages', { id, text });
    if (answer.status !== 401) return answer;
    await renew(url);
    return post(url, '/messages', { id, text });
  };
  const take = ({ id, event, data }: Line): void => {
    if (id === undefined) return;
    if (id !== last + 1) onFault(`${name}: number ${id} came after ${last}.`);
    last = id;
    if (event === 'message' && data?.from === 'bot') onShown(data.text ?? '');
  };
  const read = async (response: IncomingMessage): Promise<void> => {
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) take(lineOf(block));
    }
  };
  const follow = async (): Promise<void> => {
    while (!isOver()) {
      const url = fleet.next()?.url;
      const headers = { authorization, ...(last === 0 ? {} : { 'last-event-id': String(last) }) };
      open = url === undefined ? undefined : await openCall({ method: 'GET', url: `${url}${path}/events`, headers });
      if (open?.statusCode === 200 && !isOver()) await read(open).catch(() => undefined);
      if (open?.statusCode === 401 && url !== undefined) await renew(url);
      open?.destroy();
      if (!isOver()) await pause(RECONNECT_MS);
    }
  };
  return {
    name,
    open: async () => {
      const body = { locale: 'en' };
      const made = await untilTaken(config, (url) =>
        callBot({ method: 'POST', url: `${url}/webchat/conversations`, body }),
      );
      if (!made) return;
      const { conversationId, token } = JSON.parse(made.body);
      path = `/webchat/conversations/${conversationId}`;
      authorization = `Bearer ${token}`;
      void follow();
    },
    say: async (id, text) => ((await untilTaken(config, posting(id, text))) ? 'taken' : 'never'),
    try: (id, text) => once(config, posting(id, text)),
    close: () => {
      line.abort();
      open?.destroy();
    },
  };
}

function lineOf(block: string): Line {
  const fields = new Map(
    block.split('\n').map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1).trim()]),
  );
  const [id, event, data] = [fields.get('id'), fields.get('event'), fields.get('data')];
  if (id === undefined || event === undefined || data === undefined) return {};
  return { id: Number(id), event, data: JSON.parse(data) };
}
