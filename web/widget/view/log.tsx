import type { ChatMessage } from '../chat/chat-message.ts';
import type { Answer, Chat } from '../chat/create-chat.ts';
import type { Entry } from '../chat/fold-timeline.ts';
import { Bubble } from './bubble.tsx';
import { type CornerState, focusComposer } from './create-corner-state.ts';
import { formatDay } from './format-time.ts';
import { HandoverLine } from './handover-line.tsx';
import { Icon } from './icon.tsx';
import { PendingBubble } from './pending-bubble.tsx';
import { QuickReplies } from './quick-replies.tsx';
import { say } from './say.ts';

const GROUP_MS = 5 * 60_000;

/** The conversation's column: it follows the newest message unless the customer reads further up. */
export function Log({ corner }: { readonly corner: CornerState }) {
  const { chat, log, away } = corner;
  const answer: Answer = (given) => {
    if (typeof given === 'string') chat.say(given);
    else chat.choose(given);
    focusComposer(corner);
  };
  return (
    <div class="column">
      <div
        class="log"
        ref={log}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          // Only a scroll upwards is the customer's; what comes in makes the column longer by itself.
          const far = scrollHeight - scrollTop - clientHeight > 80;
          away.value = far && (away.value || scrollTop < corner.top);
          corner.top = scrollTop;
        }}
        // A picture has come in and pushes the newest down.
        onLoadCapture={() => away.value || scrollToEnd(corner)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={say(chat, 'log')}
        aria-live={chat.live.value ? 'polite' : 'off'}
      >
        <Entries chat={chat} answer={answer} />
        {chat.pending.value.map((one) => (
          <PendingBubble key={one.id} chat={chat} pending={one} />
        ))}
        {(chat.typing.value || (chat.entries.value.length === 0 && chat.online.value)) && (
          <div class="typing" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        )}
        <QuickReplies chat={chat} answer={answer} />
      </div>
      {away.value && (
        <button type="button" class="newest" onClick={() => scrollToEnd(corner)}>
          <Icon name="down" />
          {say(chat, 'newest')}
        </button>
      )}
    </div>
  );
}

export function scrollToEnd({ log: { current } }: CornerState): void {
  current?.scrollTo(0, current.scrollHeight);
}

function Entries({ chat, answer }: { readonly chat: Chat; readonly answer: Answer }) {
  const entries = chat.entries.value;
  const answered = chat.pending.value.length > 0;
  const lastAnswer = entries.findLastIndex((one) => messageOf(one)?.from === 'customer');
  let before: ChatMessage | undefined;
  return (
    <>
      {entries.map((entry, at) => {
        if (entry.kind !== 'message') return <HandoverLine key={entry.key} chat={chat} entry={entry} />;
        const { message } = entry;
        const after = messageOf(entries[at + 1]);
        const day = dayOf(message, before, chat);
        const first = !sameGroup(messageOf(entries[at - 1]), message);
        before = message;
        return [
          day && (
            <div class="day" key={`day-${entry.key}`}>
              {day}
            </div>
          ),
          <Bubble
            key={entry.key}
            chat={chat}
            message={message}
            first={first}
            last={!after || !sameGroup(message, after)}
            past={answered || at < lastAnswer}
            answer={answer}
          />,
        ];
      })}
    </>
  );
}

function messageOf(entry: Entry | undefined): ChatMessage | undefined {
  return entry?.kind === 'message' ? entry.message : undefined;
}

function sameGroup(before: ChatMessage | undefined, after: ChatMessage): boolean {
  return (
    before?.from === after.from &&
    before.agentName === after.agentName &&
    Date.parse(after.at) - Date.parse(before.at) < GROUP_MS
  );
}

/** A line where a day begins, but none above a conversation of today. */
function dayOf(message: ChatMessage, before: ChatMessage | undefined, chat: Chat): string | undefined {
  const day = formatDay(message.at, chat.locale.value);
  if (before) return formatDay(before.at, chat.locale.value) === day ? undefined : day;
  return day === say(chat, 'today') ? undefined : day;
}
