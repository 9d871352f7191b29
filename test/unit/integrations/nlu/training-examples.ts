import type { Json } from '../../../../dialogs/protocol/value.ts';
import type { TrainingExamples } from '../../../../integrations/nlu/nlu.ts';

type Phrase = TrainingExamples['en'][string][number];

const plain = (phrases: readonly string[], set: Readonly<Record<string, Json>> = {}): readonly Phrase[] =>
  phrases.map((text) => ({ text, spans: [], set }));
const inOwnWords = (slot: string, phrases: readonly string[]): readonly Phrase[] =>
  phrases.map((text) => ({ text, spans: [{ start: 0, end: text.length, slot }], set: {} }));

/** A small shop's phrases: enough to learn from, few enough to read. */
export const EXAMPLES: TrainingExamples = {
  en: {
    'order-status': [
      ...plain([
        'where is my order',
        'where is my package',
        'has my parcel been shipped yet',
        'when will AB123456 arrive',
        "I'm still waiting for my delivery",
        'track my order',
        'what is the status of my order',
        'my package has not arrived',
        'when does my stuff get here',
        'any news on my delivery',
      ]),
      ...plain(
        [
          'cancel my order',
          'I want to cancel an order',
          'please cancel the order I placed',
          'I ordered by mistake, cancel it',
          'stop my order before it ships',
        ],
        { wish: 'cancel' },
      ),
    ],
    renewals: plain([
      'renew my plan',
      'I want to renew my protection plan',
      'when does my plan expire',
      'how much is the renewal',
      'extend my subscription',
      'my coverage runs out soon',
      'keep my plan for another year',
      'upgrade my plan',
      'renew the care plan please',
    ]),
    troubleshooting: plain([
      'my device does not work',
      'the machine will not turn on',
      "it's broken",
      'my speaker makes a strange noise',
      'the vacuum stopped working',
      'the screen stays black',
      'it does not charge any more',
      'something is wrong with my kettle',
      'error on the display',
    ]),
    'ask-knowledge': inOwnWords('question', [
      'how do I clean the kettle',
      'how do I return something',
      'what does delivery cost',
      'which cards do you take',
      'do you ship to other countries',
      'how often should I change the filter',
      'can I pay in instalments',
    ]),
    'patterns/cancel': plain(['never mind', 'forget about it', 'let us stop here', "I don't want to go on with this"]),
    'patterns/skip': plain(['skip this', "I don't have it", 'no idea what that is', 'go on without it']),
    'patterns/repeat': plain(['say that again', 'repeat please', 'I did not hear you']),
    'patterns/restart': plain(['start over', 'begin again from scratch', 'back to the beginning']),
    'patterns/human-handoff': plain([
      'I want a person',
      'talk to an agent',
      'let me speak with somebody',
      'connect me to a human',
    ]),
    'patterns/chitchat': [
      ...plain(['thank you', 'thanks a lot', 'that was kind of you'], { topic: 'thanks' }),
      ...plain(['are you a robot', 'who am I talking to', 'is this a real person'], { topic: 'bot_identity' }),
      ...plain(['tell me a joke', 'say something funny', 'make me laugh'], { topic: 'joke' }),
    ],
  },
  ja: {
    'order-status': [
      ...plain([
        '荷物はどこですか',
        '注文した商品はいつ届きますか',
        'AB123456の配送状況を教えて',
        'まだ届かないんだけど',
        '荷物を追跡したい',
        '配達状況を知りたい',
        '注文の状況を確認したい',
        '商品が届きません',
        'いつ発送されますか',
        '今どの辺にありますか',
      ]),
      ...plain(
        [
          '注文をキャンセルしたい',
          '注文を取り消してください',
          '間違えて注文したので取り消したい',
          '発送前に注文を止めてほしい',
        ],
        { wish: 'cancel' },
      ),
    ],
    renewals: plain([
      'プランを更新したい',
      '保証プランの更新をお願いします',
      '契約はいつ切れますか',
      '更新料はいくらですか',
      '延長保証を続けたい',
      'プランの期限を知りたい',
      'もう一年延長したい',
      'プランを上げたい',
    ]),
    troubleshooting: plain([
      '電源が入りません',
      '動かなくなりました',
      '変な音がする',
      '掃除機が止まってしまう',
      '画面が真っ暗です',
      '充電できない',
      'ケトルの調子が悪い',
      'エラーが出ます',
      '壊れたみたい',
    ]),
    'ask-knowledge': inOwnWords('question', [
      'ケトルの洗い方を教えて',
      '返品するにはどうすればいいですか',
      '送料はいくらですか',
      '使えるカードは何ですか',
      '海外にも送れますか',
      'フィルターはどのくらいで交換しますか',
      '分割払いはできますか',
    ]),
    'patterns/cancel': plain(['やっぱりやめます', 'もういいです', '続けるのをやめたい']),
    'patterns/skip': plain(['スキップして', '手元にありません', 'それなしで進めて']),
    'patterns/repeat': plain(['もう一度言って', '聞こえませんでした', '繰り返してください']),
    'patterns/restart': plain(['最初からやり直したい', 'はじめに戻って', '一からお願いします']),
    'patterns/human-handoff': plain(['人と話したい', '担当者をお願いします', 'オペレーターにつないで']),
    'patterns/chitchat': [
      ...plain(['ありがとう', '助かりました', 'ご親切にどうも'], { topic: 'thanks' }),
      ...plain(['あなたはロボットですか', '中の人はいますか', 'これは自動ですか'], { topic: 'bot_identity' }),
      ...plain(['冗談を言って', '面白いことを言って', '笑わせて'], { topic: 'joke' }),
    ],
  },
};

export const FLOWS = ['order-status', 'renewals', 'troubleshooting', 'ask-knowledge'];

export const PRODUCTS = [
  { value: 'kettle', words: { en: ['electric kettle', 'kettle'], ja: ['電気ケトル', 'ケトル'] } },
  { value: 'robot_vacuum', words: { en: ['robot vacuum', 'vacuum', 'hoover'], ja: ['ロボット掃除機', '掃除機'] } },
];
