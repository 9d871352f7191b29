import type { Card as CardData } from '../../../dialogs/protocol/message.ts';
import type { Answer, Chat } from '../chat/create-chat.ts';
import { formatPoint } from './format-time.ts';
import { Icon } from './icon.tsx';
import { safeAddress } from './safe-address.ts';
import { say } from './say.ts';
import { Words } from './words.tsx';

interface Props {
  readonly chat: Chat;
  readonly card: CardData;
  /** Answered, or overtaken: what could be chosen can't be any more. */
  readonly past: boolean;
  readonly answer: Answer;
}

/** Draws a card by its shape; a shape that it doesn't know shows title, fields, timeline and items. */
export function Card(props: Props) {
  const { chat, card } = props;
  const image = card.image && safeAddress(card.image.url, chat.server, true);
  return (
    <div class={`card ${card.shape ?? 'plain'}`}>
      {image && <img src={image} alt={card.image?.alt ?? ''} loading="lazy" />}
      <div class="card-body">
        {card.title && <strong>{card.title}</strong>}
        {card.subtitle && (
          <p class="soft">
            <Words text={card.subtitle} />
          </p>
        )}
        {card.timeline && <Timeline chat={chat} points={card.timeline} />}
        {!!card.fields?.length && (
          <dl>
            {card.fields.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Words text={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {!!card.items?.length && (
          <div class="items">
            {card.items.map((item, at) => (
              <Card {...props} card={item} key={`${at}${item.title}`} />
            ))}
          </div>
        )}
        <Buttons {...props} />
      </div>
    </div>
  );
}

function Buttons({ chat, card, past, answer }: Props) {
  const shown = card.buttons?.filter((button) => 'open' in button || !past) ?? [];
  if (shown.length === 0) return null;
  return (
    <div class="card-buttons">
      {shown.map((button) => {
        if ('choose' in button) {
          return (
            <button
              type="button"
              key={button.text}
              onClick={() => answer({ value: button.choose, label: button.text })}
            >
              {button.text}
            </button>
          );
        }
        const href = safeAddress(button.open, chat.server);
        return (
          href && (
            <a key={button.text} href={href} target="_blank" rel="noopener noreferrer">
              {button.text}
              <Icon name="out" />
              <span class="hidden">{say(chat, 'opens')}</span>
            </a>
          )
        );
      })}
    </div>
  );
}

function Timeline({ chat, points }: { readonly chat: Chat; readonly points: NonNullable<CardData['timeline']> }) {
  return (
    <ol class="timeline">
      {points.map(({ label, at, state }) => (
        <li key={`${label}${at}`} class={state} {...(state === 'now' && { 'aria-current': 'step' })}>
          <span class="dot">{state === 'done' && <Icon name="check" />}</span>
          <span class="hidden">{say(chat, state)}: </span>
          <span class="what">{label}</span>
          {at && <time>{formatPoint(at, chat.locale.value)}</time>}
        </li>
      ))}
    </ol>
  );
}
