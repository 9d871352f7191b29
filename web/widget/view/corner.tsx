import type { CornerState } from './create-corner-state.ts';
import { Icon } from './icon.tsx';
import { Panel } from './panel.tsx';
import { say } from './say.ts';

/** The chat in the corner of the shop's page: a button with a name, or the open panel. */
export function Corner({ corner }: { readonly corner: CornerState }) {
  const { chat, launcher } = corner;
  const unread = chat.unread.value;
  return (
    <section lang={chat.locale.value} aria-label={say(chat, 'chat')}>
      {chat.open.value ? (
        <Panel corner={corner} />
      ) : (
        <button
          type="button"
          class="launcher"
          ref={launcher}
          aria-haspopup="dialog"
          aria-expanded="false"
          onClick={() => {
            chat.open.value = true;
          }}
        >
          <Icon name="chat" />
          {say(chat, 'chat')}
          {unread > 0 && (
            <span class="badge">
              <span aria-hidden="true">{unread}</span>
              <span class="hidden">{say(chat, 'unread', unread)}</span>
            </span>
          )}
        </button>
      )}
    </section>
  );
}
