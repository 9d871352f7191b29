import type { FlowBook } from '../flow/flow-book.ts';
import type { HandoffContext } from '../protocol/handoff-context.ts';
import type { Locale } from '../protocol/locale.ts';
import type { ConversationState } from '../protocol/state.ts';
import { saidWords } from './said-words.ts';

export interface SummaryInput {
  readonly book: FlowBook;
  readonly state: ConversationState;
  readonly effect: { readonly reason: HandoffContext['reason']['code'] };
  readonly agentLocale?: Locale;
  readonly shared: boolean;
  readonly goal: string;
  readonly facts: HandoffContext['collected'];
  readonly mask: (text: string) => string;
}

const LIMIT = 600;

/** The talk in a few sentences by template, each with the turn it rests on; in the agent's language. */
export function summarize(input: SummaryInput): HandoffContext['summary'] {
  const lang = input.agentLocale ?? input.state.locale;
  const say = WORDS[lang];
  const sentences: { readonly text: string; readonly turn?: number }[] = [
    { text: say.reason(say.reasons[input.effect.reason]) },
  ];
  if (!input.shared) sentences.push({ text: say.withheld });
  else sentences.push(...details(input, say));
  const kept = within(sentences, say.join);
  const cited = kept.flatMap(({ turn }) => (turn === undefined ? [] : [turn]));
  return { text: kept.map(({ text }) => text).join(say.join), lang, by: 'template', citesTurns: [...new Set(cited)] };
}

function details(
  { state, book, goal, facts, mask }: SummaryInput,
  say: Words,
): { readonly text: string; readonly turn?: number }[] {
  const first = state.history.find(({ by }) => by === 'customer')?.turn ?? state.turnNumber;
  const plain = facts.filter(({ value, pii }) => typeof value !== 'object' && !pii).slice(0, 4);
  const told = state.history.findLast(({ said }) => said !== undefined && !said.text.startsWith('patterns/'));
  const failed = state.history.findLast(({ action }) => action !== undefined && action.outcome !== 'ok');
  return [
    ...(goal === '' ? [] : [{ text: say.wants(goal, first), turn: first }]),
    ...plain.map(({ label, value, turnId }) => ({
      text: say.fact(label, String(value), turnId),
      ...(turnId === undefined ? {} : { turn: Number(turnId) }),
    })),
    ...(failed?.action
      ? [{ text: say.failed(failed.action.name, failed.action.outcome, failed.turn), turn: failed.turn }]
      : []),
    ...(told?.said
      ? [{ text: say.told(mask(saidWords(book, state.locale, told.said, state.zone)), told.turn), turn: told.turn }]
      : []),
  ];
}

/** Whole sentences only, as many as fit. */
function within<S extends { readonly text: string }>(sentences: readonly S[], join: string): readonly S[] {
  const kept: S[] = [];
  let length = 0;
  for (const sentence of sentences) {
    const text =
      sentence.text.length > 250 ? `${sentence.text.slice(0, 248).replace(/[\uD800-\uDBFF]$/, '')}…` : sentence.text;
    length += text.length + join.length;
    if (length > LIMIT) break;
    kept.push({ ...sentence, text });
  }
  return kept;
}

interface Words {
  readonly join: string;
  readonly withheld: string;
  readonly reasons: Readonly<Record<HandoffContext['reason']['code'], string>>;
  readonly reason: (why: string) => string;
  readonly wants: (goal: string, turn: number) => string;
  readonly fact: (label: string, value: string, turn: string | undefined) => string;
  readonly failed: (action: string, outcome: string, turn: number) => string;
  readonly told: (words: string, turn: number) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    join: ' ',
    withheld: 'The customer has not agreed to share the conversation yet.',
    reasons: {
      asked: 'the customer asked for a person',
      no_match_repeat: 'the bot did not understand several times',
      low_confidence: 'the bot was not sure enough',
      tool_failed: 'a system of ours failed',
      policy: 'our rules want a person here',
      negative_emotion: 'the customer is upset',
      complaint: 'the customer complains',
      vip: 'the customer has priority',
      repeat_contact: 'the customer came with this before',
      identity_failed: 'the customer could not be identified',
      loop: 'the conversation went in circles',
      safety: 'danger was mentioned',
      distress: 'the customer may harm themselves or others',
      out_of_scope: 'the bot does not know this',
      proactive_reply: 'the customer answered a notice',
    },
    reason: (why) => `Handed over because ${why}.`,
    wants: (goal, turn) => `About: ${goal} (turn ${turn}).`,
    fact: (label, value, turn) => `${label}: ${value}${turn === undefined ? '' : ` (turn ${turn})`}.`,
    failed: (action, outcome, turn) => `Tried ${action}: ${outcome} (turn ${turn}).`,
    told: (words, turn) => `Last told: "${words}" (turn ${turn}).`,
  },
  ja: {
    join: '',
    withheld: '会話の共有には、まだ同意をいただいていません。',
    reasons: {
      asked: '担当者をご希望',
      no_match_repeat: '自動応答が何度か読み取れなかった',
      low_confidence: '自動応答の確信が足りなかった',
      tool_failed: 'こちらのシステムの不具合',
      policy: '規定により担当者が対応',
      negative_emotion: 'お困り、ご不満のご様子',
      complaint: '苦情のお申し出',
      vip: '優先のお客様',
      repeat_contact: '同じ件で再度のお問い合わせ',
      identity_failed: '本人確認ができなかった',
      loop: '同じやり取りの繰り返し',
      safety: '危険を示すお申し出',
      distress: 'ご自身や他の方を傷つけるおそれ',
      out_of_scope: '自動応答の範囲外',
      proactive_reply: 'お知らせへのお返事',
    },
    reason: (why) => `引き継ぎの理由:${why}。`,
    wants: (goal, turn) => `ご用件:${goal}(${turn}回目)。`,
    fact: (label, value, turn) => `${label}:${value}${turn === undefined ? '' : `(${turn}回目)`}。`,
    failed: (action, outcome, turn) => `${action} の結果は ${outcome} でした(${turn}回目)。`,
    told: (words, turn) => `最後のご案内:「${words}」(${turn}回目)。`,
  },
};
