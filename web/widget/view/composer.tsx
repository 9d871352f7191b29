import { PHOTO_TYPES, preparePhoto } from '../chat/prepare-photo.ts';
import type { CornerState } from './create-corner-state.ts';
import { Icon } from './icon.tsx';
import { say } from './say.ts';
import { Tool } from './tool.tsx';

interface Props {
  readonly corner: CornerState;
}

const DRAFT = 'omotenashi:draft';

/** Where the customer writes: words, photos, both. */
export function Composer({ corner }: Props) {
  const { chat } = corner;
  const onKeyDown = (event: KeyboardEvent) => {
    // An Enter that ends the choice of kanji belongs to the input method; Safari tells it by 229 alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send(corner);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send(corner);
      }}
    >
      <Staged corner={corner} />
      <div class="field">
        <PhotoButton corner={corner} />
        <textarea
          ref={corner.box}
          rows={1}
          maxLength={10_000}
          aria-label={say(chat, 'write')}
          placeholder={say(chat, 'write')}
          enterkeyhint="send"
          defaultValue={keptDraft()}
          onKeyDown={onKeyDown}
          onInput={({ currentTarget }) => {
            grow(currentTarget);
            keptDraft(currentTarget.value);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData?.files[0];
            if (pasted) event.preventDefault();
            void take(corner, pasted);
          }}
        />
        <button type="submit" class="send" aria-label={say(chat, 'send')}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

function PhotoButton({ corner }: Props) {
  return (
    <label class="tool">
      <input
        type="file"
        class="hidden"
        accept={PHOTO_TYPES.join()}
        aria-label={say(corner.chat, 'photo')}
        onChange={({ currentTarget }) => {
          void take(corner, currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <Icon name="photo" />
    </label>
  );
}

function Staged({ corner: { chat, photo } }: Props) {
  return (
    photo.value && (
      <div class="staged">
        <img src={photo.value.preview} alt={photo.value.name} />
        <Tool
          icon="close"
          label={say(chat, 'photo_remove')}
          onClick={() => {
            photo.value = undefined;
          }}
        />
      </div>
    )
  );
}

async function take({ chat, photo, box }: CornerState, chosen: File | undefined): Promise<void> {
  if (!chosen) return;
  const ready = await preparePhoto(chosen);
  if (typeof ready === 'string') {
    chat.problem.value = ready;
  } else {
    chat.problem.value = undefined;
    photo.value = ready;
  }
  box.current?.focus();
}

function send({ chat, photo, box: { current: box } }: CornerState): void {
  if (!box) return;
  const text = box.value.trim();
  if (photo.value) chat.show(photo.value);
  if (text) chat.say(text);
  photo.value = undefined;
  box.value = '';
  keptDraft('');
  grow(box);
  box.focus();
}

/** As high as its text; the style sheet sets the most. */
function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

/** The half-written message of this tab, kept over a reload; sets it when called with one. */
function keptDraft(text?: string): string {
  try {
    if (text !== undefined) sessionStorage.setItem(DRAFT, text);
    return sessionStorage.getItem(DRAFT) ?? '';
  } catch {
    return '';
  }
}
