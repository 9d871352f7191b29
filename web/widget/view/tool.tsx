import type { Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly icon: IconName;
  /** Its accessible name. */
  readonly label: string;
  readonly onClick: () => void;
  readonly button?: Ref<HTMLButtonElement>;
  readonly expanded?: boolean;
}

/** A button that is only an icon. */
export function Tool({ icon, label, onClick, button, expanded }: Props) {
  return (
    <button
      type="button"
      class="tool"
      ref={button ?? null}
      aria-label={label}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
