import type { ChatMessage } from '../chat/chat-message.ts';
import type { Answer, Chat } from '../chat/create-chat.ts';
import { Card } from './card.tsx';
import { formatTime } from './format-time.ts';
import { Icon } from './icon.tsx';
import { Picture } from './picture.tsx';
import { say } from './say.ts';
import { Words } from './words.tsx';

interface Props {
  readonly chat: Chat;
  readonly message: ChatMessage;
  /** The speaker has changed: say who it is. */
  readonly first: boolean;
  /** The last of its group: say when it was. */
  readonly last: boolean;
  readonly past: boolean;
  readonly answer: Answer;
}

/** One message: who, what, when. */
export function Bubble({ chat, message, first, last, past, answer }: Props) {
  const { from, text, card, media, at, locale } = message;
  return (
    <div class={`message ${from}`} lang={locale}>
      {first && <Speaker chat={chat} message={message} />}
      {/* A photo's text is its name, which is said by the picture. */}
      {text && text !== media?.alt && (
        <div class="bubble">
          <Words text={text} />
        </div>
      )}
      {media && <Picture chat={chat} media={media} id={message.id} />}
      {card && <Card chat={chat} card={card} past={past} answer={answer} />}
      {last && <time class="time">{formatTime(at, chat.locale.value)}</time>}
    </div>
  );
}

function Speaker({ chat, message }: { readonly chat: Chat; readonly message: ChatMessage }) {
  const { from, agentName } = message;
  if (from === 'customer') return <span class="hidden">{say(chat, 'you')}</span>;
  const name = from === 'agent' ? (agentName ?? say(chat, 'agent')) : say(chat, 'bot');
  return (
    <div class="speaker" lang={chat.locale.value}>
      <span class="face" aria-hidden="true">
        {from === 'agent' ? [...name][0] : <Icon name="bot" />}
      </span>
      {name}
    </div>
  );
}
