import type { Media } from '../../../dialogs/protocol/message.ts';
import type { Chat } from '../chat/create-chat.ts';
import { safeAddress } from './safe-address.ts';

interface Props {
  readonly chat: Chat;
  readonly media: Media;
  /** Id of its message: a photo sent from this page is shown from memory. */
  readonly id: string;
}

/** A picture in the talk; any other file as a link. */
export function Picture({ chat, media: { kind, url, alt, caption }, id }: Props) {
  if (kind !== 'image') {
    const href = safeAddress(url, chat.server);
    return (
      href && (
        <a class="bubble" href={href} target="_blank" rel="noopener noreferrer">
          {caption ?? alt}
        </a>
      )
    );
  }
  const source = chat.pictures.value[id] ?? safeAddress(url, chat.server, true);
  return (
    <figure class="photo">
      {source && <img src={source} alt={alt} />}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
