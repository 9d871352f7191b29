import { render } from 'preact';
import type { Chat } from '../chat/create-chat.ts';
import { effect } from '../chat/signal.ts';
import { Corner } from './corner.tsx';
import { createCornerState, focusComposer } from './create-corner-state.ts';
import { keepRoom } from './keep-room.ts';
import { scrollToEnd } from './log.tsx';
import { say } from './say.ts';

/**
 * Draws the chat into `root` and keeps it drawn: every signal that a view has read draws it anew.
 * @returns takes it away
 */
export function drawCorner(chat: Chat, root: ShadowRoot): () => void {
  const corner = createCornerState(chat);
  let wasOpen = false;
  const ends = [
    effect(() => render(<Corner corner={corner} />, root)),
    effect(() => {
      const open = chat.open.value;
      let leave: (() => void) | undefined;
      // After the drawing, which the same change has asked for.
      queueMicrotask(() => {
        if (open) focusComposer(corner);
        else if (wasOpen) corner.launcher.current?.focus();
        wasOpen = open;
        if (open) leave = keepRoom(corner);
      });
      return () => leave?.();
    }),
    effect(() => {
      void [chat.entries.value, chat.typing.value];
      if (chat.pending.value.length > 0 || !corner.away.peek()) requestAnimationFrame(() => scrollToEnd(corner));
    }),
    markTitle(chat),
  ];
  return () => {
    for (const end of ends) end();
    render(null, root);
  };
}

/** The tab's title says that there is something new, and is the shop's own again once it was read. */
function markTitle(chat: Chat): () => void {
  let own: string | undefined;
  return effect(() => {
    if (chat.unread.value > 0) {
      own ??= document.title;
      document.title = `(${say(chat, 'unread', chat.unread.value)}) ${own}`;
    } else if (own !== undefined) {
      document.title = own;
      own = undefined;
    }
  });
}
