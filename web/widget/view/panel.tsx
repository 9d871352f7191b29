import { Composer } from './composer.tsx';
import { Confirm } from './confirm.tsx';
import type { CornerState } from './create-corner-state.ts';
import { Header } from './header.tsx';
import { Log } from './log.tsx';
import { say } from './say.ts';

interface Props {
  readonly corner: CornerState;
}

/** The open chat. */
export function Panel({ corner }: Props) {
  const { chat, panel, phone, asking } = corner;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) chat.open.value = false;
  };
  return (
    <div
      class="panel"
      ref={panel}
      role="dialog"
      aria-modal={phone.value}
      aria-label={say(chat, 'panel', chat.shop)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div class="inside" inert={!!asking.value}>
        <Header corner={corner} />
        <QueueStrip corner={corner} />
        <Log corner={corner} />
        <Notice corner={corner} />
        <Composer corner={corner} />
      </div>
      {asking.value && <Confirm corner={corner} task={asking.value} />}
    </div>
  );
}

function QueueStrip({ corner: { chat } }: Props) {
  const { owner, position } = chat.control.value;
  if (owner !== 'queue') return null;
  return (
    <div class="strip">
      {position && <strong>{position > 1 ? say(chat, 'place', position) : say(chat, 'place_next')}</strong>}
      <span>{say(chat, 'wait')}</span>
    </div>
  );
}

/** What a screen reader should hear beside the talk: typing, a lost line, what didn't work. */
function Notice({ corner: { chat } }: Props) {
  const problem = chat.problem.value ?? (chat.online.value ? undefined : 'offline');
  return (
    <div class="notice" role="status">
      {problem ? <p>{say(chat, problem)}</p> : chat.typing.value && <span class="hidden">{say(chat, 'typing')}</span>}
    </div>
  );
}
