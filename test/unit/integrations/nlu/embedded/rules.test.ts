import type { Locale } from '../../../../../dialogs/protocol/locale.ts';
import { normaliseText } from '../../../../../integrations/nlu/embedded/normalise-text.ts';
import { chooseOption, choosesNone } from '../../../../../integrations/nlu/embedded/rules/choose-option.ts';
import { tellsOfDanger } from '../../../../../integrations/nlu/embedded/rules/danger-words.ts';
import { wantsPerson } from '../../../../../integrations/nlu/embedded/rules/handoff-words.ts';
import { asksForLanguage } from '../../../../../integrations/nlu/embedded/rules/language-switch.ts';
import { readGlobalCommand, wantsToSkip } from '../../../../../integrations/nlu/embedded/rules/read-global-command.ts';
import { soundsLikeCorrection } from '../../../../../integrations/nlu/embedded/rules/sounds-like-correction.ts';

describe('a person is asked for in any words', () => {
  test.each([
    'agent',
    'Agent please',
    'human',
    'a real person',
    'representative',
    'operator',
    'I want to talk to a human',
    'can I speak to someone',
    'let me talk to a person',
    'connect me to an agent',
    'transfer me to customer service',
    'get me a human being',
    "I'd like to speak with a representative",
    'put me through to somebody',
    'I need to speak to your manager',
    'is there a human I can talk to?',
    'can someone help me',
    "I don't want to talk to a bot",
    'I want a real human not a robot',
    'please escalate this to a supervisor',
    'live agent',
    'customer support please',
    'can I chat with a live person',
    'give me a person',
    'I need a human now',
    'SPEAK TO AN AGENT',
    'this is useless, get me someone real people',
    'hand me over to a colleague',
    'talk to a human about my order AB123456',
    '担当者',
    '担当者お願いします',
    '担当者につないでください',
    'オペレーターと話したい',
    'オペレーターに代わって',
    '人と話したい',
    '人間と話がしたいです',
    '電話で話したい',
    '係の人を呼んで',
    '誰かと話せますか',
    'スタッフと直接話したいです',
    '担当の方とお話しできますか',
    '有人対応でお願いします',
    'ロボットじゃなくて人間がいい',
    'ボットじゃ話にならない',
    '責任者を出して',
    '人に代わって',
    '担当さんに相談したい',
    'カスタマーサポートに連絡したい',
    'サポートの人と話せますか',
  ])('%s', (text) => expect(wantsPerson(normaliseText(text))).toBe(true));
});

describe('nobody is asked for', () => {
  test.each([
    "I don't want to talk to an agent",
    'no need for a human',
    'I would rather not speak to a person',
    "please don't transfer me to an agent",
    'the agent told me it would come today',
    'I already talked to a representative',
    'where is my order',
    'this is for another person',
    'it is a gift for someone else',
    'when can I talk to your support team',
    'someone stole my package',
    'I want to renew my plan',
    'my user agent is old',
    'are you a human?',
    '担当者と話したくない',
    '担当者は必要ありません',
    '人と話さなくていいです',
    '担当者から連絡がありました',
    '荷物はどこですか',
    '二人で使っています',
    '営業時間は何時までですか',
    '電話番号を変えたい',
    '係の人に言われた通りにしました',
  ])('%s', (text) => expect(wantsPerson(normaliseText(text))).toBe(false));
});

describe('words of danger are heard', () => {
  test.each([
    "there's smoke coming out of my espresso machine",
    'it is smoking',
    'smoke!',
    'it smells like burning',
    'I smell burning plastic',
    'burning smell from the charger',
    'the battery is swollen',
    'my battery is bulging',
    'swollen battery',
    'I got an electric shock',
    'it gave me a shock when I touched it',
    'it caught fire',
    'the plug is sparking',
    'the charger is too hot to touch',
    'the power bank gets extremely hot',
    'it exploded',
    'it burned my hand',
    'the adapter melted',
    'battery leaking',
    'it zapped me',
    'the tablet is overheating',
    'my kettle is on fire',
    '煙が出ています',
    '焦げ臭いです',
    '焦げたような匂いがする',
    'バッテリーが膨らんでいます',
    '電池がパンパンです',
    '感電しました',
    'ビリッときた',
    '発火しました',
    '火花が出た',
    '本体が熱すぎて触れない',
    '異常に熱くなる',
    'やけどしました',
    '充電器が溶けた',
    '爆発しそう',
    'バッテリーが膨張している',
    '火が出ました',
    'こげくさい',
    'すごく熱いです',
    'コンセントから煙',
  ])('%s', (text) => expect(tellsOfDanger(normaliseText(text))).toBe(true));
});

describe('what only sounds like danger is not', () => {
  test.each([
    'do you sell smoke detectors',
    'the fire tv does not work',
    'I was shocked by the price',
    "it isn't smoking",
    'there is no smoke',
    'where is my order',
    'is the coffee supposed to be hot',
    'the vacuum does not charge',
    'the kettle does not get hot',
    'a burning question',
    'it is a hot day today',
    'my battery is empty',
    'is the case shockproof',
    'you should be fired',
    '煙は出ていません',
    '期待が膨らみます',
    '火曜日に届きますか',
    '熱くなりません',
    'お湯が熱くならない',
    '燃えるゴミですか',
    '電源が入らない',
    '充電できない',
    '部屋が暑い',
  ])('%s', (text) => expect(tellsOfDanger(normaliseText(text))).toBe(false));
});

describe('another language is asked for', () => {
  const rows: readonly (readonly [string, Locale | undefined])[] = [
    ['日本語で', 'ja'],
    ['日本語でお願いします', 'ja'],
    ['in Japanese please', 'ja'],
    ['can you speak Japanese?', 'ja'],
    ['Japanese please', 'ja'],
    ['日本語は話せますか', 'ja'],
    ['switch to Japanese', 'ja'],
    ['英語で', 'en'],
    ['英語でお願いします', 'en'],
    ['English please', 'en'],
    ['in English please', 'en'],
    ['can we speak English?', 'en'],
    ['do you speak english', 'en'],
    ['English', 'en'],
    ['えいごでおねがいします', 'en'],
    ['is the manual in English?', undefined],
    ['英語の説明書はありますか', undefined],
    ['I am English', undefined],
    ['where is my order', undefined],
    ['日本へ送れますか', undefined],
  ];
  test.each(rows)('%s → %s', (text, locale) => expect(asksForLanguage(normaliseText(text))?.locale).toBe(locale));

  test('what was said besides is kept', () => {
    expect(asksForLanguage('in english please, where is my order')?.rest).toContain('where is my order');
  });
});

describe('commands that mean the same at every step', () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['cancel', 'cancel_flow'],
    ['never mind', 'cancel_flow'],
    ['Nevermind.', 'cancel_flow'],
    ['forget it', 'cancel_flow'],
    ['stop', 'cancel_flow'],
    ['oh never mind then', 'cancel_flow'],
    ["I've changed my mind", 'cancel_flow'],
    ['やっぱりいいです', 'cancel_flow'],
    ['キャンセル', 'cancel_flow'],
    ['やめます', 'cancel_flow'],
    ['もういい', 'cancel_flow'],
    ['やっぱりやめる', 'cancel_flow'],
    ['なかったことにして', 'cancel_flow'],
    ['repeat that please', 'repeat'],
    ['say that again', 'repeat'],
    ['pardon?', 'repeat'],
    ["sorry, I didn't catch that", 'repeat'],
    ['can you repeat the question', 'repeat'],
    ['what?', 'repeat'],
    ['もう一度お願いします', 'repeat'],
    ['もう一回言って', 'repeat'],
    ['聞き取れませんでした', 'repeat'],
    ['えっ、何ですか', 'repeat'],
    ['繰り返してください', 'repeat'],
    ['start over', 'restart'],
    ["let's start again", 'restart'],
    ['restart', 'restart'],
    ['from the beginning please', 'restart'],
    ['最初からお願いします', 'restart'],
    ['最初からやり直したい', 'restart'],
    ['リセット', 'restart'],
    ['help', 'help'],
    ['what can you do?', 'help'],
    ['何ができますか', 'help'],
    ['ヘルプ', 'help'],
    ['どんなことができるの', 'help'],
    ['thanks', 'thanks'],
    ['Thank you so much!', 'thanks'],
    ['ok thanks', 'thanks'],
    ['ありがとうございます', 'thanks'],
    ['助かりました', 'thanks'],
    ['bye', 'goodbye'],
    ['さようなら', 'goodbye'],
    ['hello', 'greeting'],
    ['こんにちは', 'greeting'],
    ['cancel my order', undefined],
    ['stop the renewal', undefined],
    ['help me find my parcel', undefined],
    ['注文をキャンセルしたい', undefined],
    ['解約をやめたい', undefined],
    ['thanks, and where is my order', undefined],
    ['repeat order', undefined],
  ];
  test.each(rows)('%s → %s', (text, expected) => {
    const command = readGlobalCommand(normaliseText(text));
    expect(command?.kind === 'chitchat' ? command.topic : command?.kind).toBe(expected);
  });
});

describe('a question that cannot be answered is skipped', () => {
  test.each([
    "I don't have it",
    "I don't know",
    "I don't know my order number",
    "sorry, I can't find it",
    'skip',
    'no idea',
    'I lost it',
    "I don't have the number with me",
    "I can't remember",
    'not at hand',
    'pass',
    "I'd rather not say",
    'わかりません',
    '番号がわかりません',
    '手元にないです',
    '忘れました',
    '覚えていません',
    'スキップ',
    '注文番号が見つかりません',
    'なくしました',
    '今、手元にありません',
    '知らないです',
    '持っていません',
  ])('%s', (text) => expect(wantsToSkip(normaliseText(text))).toBe(true));
  test.each(['AB123456', 'where is it', "I don't want it", '荷物がない', '届いていません荷物が', 'はい'])(
    'not by: %s',
    (text) => expect(wantsToSkip(normaliseText(text))).toBe(false),
  );
});

describe('corrections', () => {
  test.each([
    'sorry, I meant AB123457',
    "no, it's 94107",
    'oops, AB123457',
    'actually make it Friday',
    'that should be AB123457',
    'I gave you the wrong number',
    'not Monday but Tuesday',
    'wait, my email is a@b.co',
    'typo, it is AB1',
    'AB123457じゃなくてAB123456です',
    '間違えました、AB123456です',
    'すみません、違いました',
    'やっぱり金曜日で',
    '訂正します',
    '正しくは100-0001です',
    '金曜日に変更してください',
  ])('%s', (text) => expect(soundsLikeCorrection(normaliseText(text))).toBe(true));
  test.each(['AB123456', 'where is my order', "it's 94107", '番号はAB123456です', '荷物はどこですか', 'yes please'])(
    'none in: %s',
    (text) => expect(soundsLikeCorrection(normaliseText(text))).toBe(false),
  );
});

describe('choosing among what is offered', () => {
  const orders = [
    { value: 'AB123456', label: 'Espresso machine, November 20', synonyms: [] },
    { value: 'CD123456', label: 'Robot vacuum, November 18', synonyms: ['hoover'] },
    { value: 'EF123456', label: 'Electric kettle and filter, October 2', synonyms: [] },
  ];
  const plans = [
    { value: 'yearly', label: '年間プラン', synonyms: ['一年', '1年'] },
    { value: 'monthly', label: '月々プラン', synonyms: ['毎月', '月払い'] },
    { value: 'none', label: '更新しない', synonyms: ['やめる'] },
  ];
  test.each([
    ['1', 'AB123456'],
    ['the first one', 'AB123456'],
    ['number two', 'CD123456'],
    ['the second', 'CD123456'],
    ['2nd please', 'CD123456'],
    ['#3', 'EF123456'],
    ['last', 'EF123456'],
    ['the last one please', 'EF123456'],
    ['option 2', 'CD123456'],
    ['the middle one', 'CD123456'],
    ['AB123456', 'AB123456'],
    ['espresso machine', 'AB123456'],
    ['the espresso one', 'AB123456'],
    ['the hoover', 'CD123456'],
    ['robot vacum', 'CD123456'],
    ['the kettle please', 'EF123456'],
    ["I'd like the second one", 'CD123456'],
    ['second to last', 'CD123456'],
    ['the one from october', 'EF123456'],
    ['third', 'EF123456'],
    ['top one', 'AB123456'],
  ])('%s → %s', (text, value) => expect(chooseOption(normaliseText(text), orders, 'en')?.value).toBe(value));
  test.each(['the fifth one', 'november', 'hello', 'where is my order', 'the blue one', '7'])(
    'chooses nothing: %s',
    (text) => expect(chooseOption(normaliseText(text), orders, 'en')).toBeUndefined(),
  );
  test.each([
    ['1番', 'yearly'],
    ['２番目', 'monthly'],
    ['一つ目', 'yearly'],
    ['二番目でお願いします', 'monthly'],
    ['最後の', 'none'],
    ['一番上', 'yearly'],
    ['年間プラン', 'yearly'],
    ['年間のほうで', 'yearly'],
    ['年間プランでお願いします', 'yearly'],
    ['月払いがいいです', 'monthly'],
    ['毎月', 'monthly'],
    ['2', 'monthly'],
    ['真ん中', 'monthly'],
    ['一年で', 'yearly'],
    ['更新しない', 'none'],
    ['三番目のやつ', 'none'],
    ['①', 'yearly'],
  ])('%s → %s', (text, value) => expect(chooseOption(normaliseText(text), plans, 'ja')?.value).toBe(value));
  test.each(['プラン', '7番', 'こんにちは', 'どういう意味ですか'])('chooses nothing: %s', (text) =>
    expect(chooseOption(normaliseText(text), plans, 'ja')).toBeUndefined(),
  );
  test.each(['none of these', 'neither', 'none', 'どれでもない', 'どちらも違います', 'この中にはありません'])(
    'none: %s',
    (text) => expect(choosesNone(normaliseText(text))).toBe(true),
  );
});
