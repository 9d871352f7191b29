import type { CornerState } from './create-corner-state.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { say } from './say.ts';
import { Tool } from './tool.tsx';

/** The shop, who answers now, the language, and the way out. */
export function Header({ corner }: { readonly corner: CornerState }) {
  const { chat } = corner;
  const { owner, agentName } = chat.control.value;
  const other = chat.locale.value === 'ja' ? 'en' : 'ja';
  return (
    <header>
      <span class={`face ${owner}`} aria-hidden="true">
        {owner === 'agent' && agentName ? [...agentName][0] : <Icon name={owner === 'queue' ? 'clock' : 'bot'} />}
      </span>
      <div class="who">
        <h2>{chat.shop}</h2>
        <p role="status">{say(chat, `${owner}_now`, agentName ?? say(chat, 'agent'))}</p>
      </div>
      <button
        type="button"
        class="tool language"
        lang={other}
        aria-label={say(chat, 'language')}
        onClick={() => chat.speak(other)}
      >
        {say(chat, 'language_short')}
      </button>
      <Menu corner={corner} />
      <Tool
        icon="close"
        label={say(chat, 'close')}
        onClick={() => {
          chat.open.value = false;
        }}
      />
    </header>
  );
}
