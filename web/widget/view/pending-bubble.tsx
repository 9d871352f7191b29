import type { Chat } from '../chat/create-chat.ts';
import type { Pending } from '../chat/create-outbox.ts';
import { Icon } from './icon.tsx';
import { say } from './say.ts';

/** A message on its way up, or one that didn't get there, with the way on. */
export function PendingBubble({ chat, pending }: { readonly chat: Chat; readonly pending: Pending }) {
  const { id, label, state } = pending;
  const preview = chat.pictures.value[id];
  return (
    <div class={`message customer ${state}`}>
      {preview ? (
        <figure class="photo">
          <img src={preview} alt={label} />
        </figure>
      ) : (
        <div class="bubble">{label}</div>
      )}
      {state === 'sending' ? (
        <span class="time">{say(chat, 'sending')}</span>
      ) : (
        <div class="unsent" role="alert">
          <Icon name="alert" />
          <span>{say(chat, state)}</span>
          {state === 'failed' && (
            <button type="button" onClick={chat.retry}>
              {say(chat, 'again')}
            </button>
          )}
          <button type="button" onClick={() => chat.giveUp(id)}>
            {say(chat, 'remove')}
          </button>
        </div>
      )}
    </div>
  );
}
