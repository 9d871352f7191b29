import { type CornerState, focusComposer } from './create-corner-state.ts';
import { say } from './say.ts';

interface Props {
  readonly corner: CornerState;
  readonly task: 'new' | 'delete';
}

/** Asks once before something goes for good. The safe answer has the focus. */
export function Confirm({ corner, task }: Props) {
  const { chat, asking } = corner;
  const done = (yes: boolean) => {
    asking.value = undefined;
    focusComposer(corner);
    if (!yes) return;
    if (task === 'new') chat.startAnew();
    else void chat.remove();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    done(false);
  };
  return (
    <div class="veil">
      <div
        class="confirm"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="ask"
        aria-describedby="why"
        onKeyDown={onKeyDown}
      >
        <h2 id="ask">{say(chat, `${task}_ask`)}</h2>
        <p id="why">{say(chat, `${task}_why`)}</p>
        <div class="card-buttons">
          <button type="button" ref={takeFocus} onClick={() => done(false)}>
            {say(chat, 'cancel')}
          </button>
          <button type="button" class={`yes ${task}`} onClick={() => done(true)}>
            {say(chat, `${task}_yes`)}
          </button>
        </div>
      </div>
    </div>
  );
}

/** One function for every drawing, so that it is called once, when the button appears. */
function takeFocus(button: HTMLElement | null): void {
  // Not before what covers it is in the page.
  queueMicrotask(() => button?.focus());
}
