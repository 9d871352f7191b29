import type { CornerState } from './create-corner-state.ts';
import { Icon } from './icon.tsx';
import { say } from './say.ts';
import { Tool } from './tool.tsx';

const TASKS = [
  ['new', 'plus'],
  ['transcript', 'download'],
  ['delete', 'trash'],
] as const;

/** What is needed seldom: a button that shows a short list. */
export function Menu({ corner }: { readonly corner: CornerState }) {
  const { chat, menu, more, asking } = corner;
  const pick = (task: 'new' | 'transcript' | 'delete') => {
    menu.value = false;
    more.current?.focus();
    if (task === 'transcript') void chat.transcript();
    else if (task === 'new' && !chat.spoken.value) chat.startAnew();
    else asking.value = task;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.value) return;
    event.stopPropagation();
    menu.value = false;
    more.current?.focus();
  };
  const onFocusOut = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget && !(currentTarget as Element).contains(relatedTarget as Node)) menu.value = false;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its buttons let through
    <div class="menu" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <Tool
        icon="dots"
        label={say(chat, 'menu')}
        button={more}
        expanded={menu.value}
        onClick={() => {
          menu.value = !menu.value;
        }}
      />
      {menu.value && (
        <div class="sheet">
          {TASKS.map(([task, icon]) => (
            <button type="button" key={task} class={task} onClick={() => pick(task)}>
              <Icon name={icon} />
              {say(chat, task)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
