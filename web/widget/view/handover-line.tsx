import type { Chat } from '../chat/create-chat.ts';
import type { Entry } from '../chat/fold-timeline.ts';
import { say } from './say.ts';

/** Where someone else takes over: a drawn line with a sentence, in the same room. */
export function HandoverLine({ chat, entry }: { readonly chat: Chat; readonly entry: Entry }) {
  if (entry.kind === 'message') return null;
  const sentence =
    entry.kind === 'renewed'
      ? say(chat, 'renewed')
      : say(chat, `line_${entry.control.owner}`, entry.control.agentName ?? say(chat, 'agent'));
  return (
    <div class="handover">
      <span>{sentence}</span>
    </div>
  );
}
