import type { Answer, Chat } from '../chat/create-chat.ts';
import { Icon } from './icon.tsx';
import { say } from './say.ts';

interface Props {
  readonly chat: Chat;
  readonly answer: Answer;
}

/** Answers to the last message, as long as nothing was said after it; before the first word, what people ask. */
export function QuickReplies({ chat, answer }: Props) {
  if (chat.pending.value.length > 0) return null;
  const last = chat.entries.value.findLast((one) => one.kind === 'message');
  const message = last?.kind === 'message' ? last.message : undefined;
  if (message && message.from !== 'customer' && message.choices?.length) {
    return (
      <fieldset class="replies" aria-label={say(chat, 'choices')} lang={message.locale}>
        {message.choices.map((choice) => (
          <button type="button" key={choice.label} onClick={() => answer(choice)}>
            {choice.label}
          </button>
        ))}
      </fieldset>
    );
  }
  if (chat.spoken.value || chat.control.value.owner !== 'bot') return null;
  return (
    <section class="starters" aria-labelledby="people-ask">
      <h3 id="people-ask">{say(chat, 'people_ask')}</h3>
      {(['ask_1', 'ask_2', 'ask_3'] as const).map((key) => (
        <button type="button" key={key} onClick={() => answer(say(chat, key))}>
          {say(chat, key)}
          <Icon name="right" />
        </button>
      ))}
    </section>
  );
}
