import type { CornerState } from './create-corner-state.ts';
import { scrollToEnd } from './log.tsx';

/**
 * On a phone the panel is the whole screen, less what the on-screen keyboard covers, and the page behind keeps still. Where the column
 * becomes shorter, by the keyboard, a photo or longer words, the newest stays in sight.
 * @returns ends it, when the panel closes
 */
export function keepRoom(corner: CornerState): () => void {
  const { panel, phone, log, away } = corner;
  const narrow = matchMedia('(max-width: 480px)');
  const view = window.visualViewport;
  const { style } = document.documentElement;
  const before = style.overflow;
  const fill = () => {
    const full = narrow.matches && view;
    phone.value = narrow.matches;
    style.overflow = full ? 'hidden' : before;
    panel.current?.style.setProperty('--room', full ? `${view.height}px` : '100dvh');
    panel.current?.style.setProperty('--from', full ? `${view.offsetTop}px` : '0');
  };
  const ends = [narrow, view].flatMap((source) =>
    ['change', 'resize', 'scroll'].map((name) => {
      source?.addEventListener(name, fill);
      return () => source?.removeEventListener(name, fill);
    }),
  );
  fill();
  const column = new ResizeObserver(() => away.value || scrollToEnd(corner));
  if (log.current) column.observe(log.current);
  return () => {
    column.disconnect();
    style.overflow = before;
    for (const end of ends) end();
  };
}
