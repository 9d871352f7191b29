import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';

/** The widget's own words, per key in the order of `LOCALES`. Everything else that a customer reads comes from the dialogs. */
const TEXTS = {
  chat: ['Chat', 'ご相談'],
  panel: ['Chat with {0}', '{0}へのご相談'],
  unread: ['{0} new', '新着{0}件'],
  close: ['Close chat', '閉じる'],
  menu: ['More', 'メニュー'],
  language: ['日本語で話す', 'Switch to English'],
  language_short: ['日本語', 'English'],
  new: ['New conversation', '新しく相談する'],
  transcript: ['Download transcript', '記録を保存する'],
  delete: ['Delete this conversation', 'この相談を削除する'],
  new_ask: ['Start a new conversation?', '新しい相談を始めますか'],
  new_why: [
    'This one will leave the screen. You can download a transcript first.',
    'いまの内容は画面から消えます。先に記録を保存することもできます。',
  ],
  new_yes: ['Start new', '新しく始める'],
  delete_ask: ['Delete this conversation?', 'この相談を削除しますか'],
  delete_why: [
    'Everything said here is removed for good, on our side too.',
    'やりとりの内容を、当店の記録からもすべて消去します。元には戻せません。',
  ],
  delete_yes: ['Delete', '削除する'],
  cancel: ['Keep it', 'やめる'],
  deleted: ['The conversation has been deleted.', '相談の内容を削除しました。'],
  bot: ['Assistant', '自動応答'],
  bot_now: ['Bot assistant', '自動応答'],
  queue_now: ['Waiting', '順番待ち'],
  place: ['Number {0} in line', 'ただいま{0}番目です'],
  place_next: ['You’re next in line', '次にご案内します'],
  wait: [
    'You can keep writing. Your colleague will see it all.',
    'お待ちのあいだもご入力いただけます。内容はそのまま担当者に伝わります。',
  ],
  agent: ['Colleague', '担当者'],
  agent_now: ['With {0}', '担当:{0}'],
  you: ['You', 'あなた'],
  line_queue: [
    'We’re bringing in a colleague, who’ll see what we’ve covered.',
    '担当者におつなぎしています。ここまでの内容は引き継ぎます。',
  ],
  line_agent: ['{0} is here now.', '担当の{0}に代わりました。'],
  line_bot: ['You’re back with the assistant.', '自動応答に戻りました。'],
  renewed: [
    'The earlier conversation has ended. A new one starts here.',
    '前回の相談は終了しました。ここから新しい相談です。',
  ],
  log: ['Conversation', 'やりとり'],
  people_ask: ['People often ask', 'よくあるご用件'],
  ask_1: ['Where is my order?', '荷物はいまどこですか'],
  ask_2: ['Something isn’t working', '製品の調子が悪い'],
  ask_3: ['When does my protection plan end?', '保証プランの期限を知りたい'],
  choices: ['Answers to choose from', '回答の候補'],
  write: ['Write a message', 'ご用件を入力'],
  send: ['Send', '送信'],
  photo: ['Add a photo', '写真を添える'],
  photo_remove: ['Remove the photo', '写真を外す'],
  photo_type: ['We can take photos as JPEG, PNG or WebP.', 'お送りいただける写真は、JPEG、PNG、WebPです。'],
  photo_size: [
    'That photo is over 10 MB. A smaller one will do.',
    '写真が10MBを超えています。小さくしたものをお送りいただけますか。',
  ],
  photo_bad: [
    'We couldn’t open that photo. Could you try another?',
    '写真を読み込めませんでした。別の写真をお試しいただけますか。',
  ],
  sending: ['Sending…', '送信中'],
  failed: ['Not sent.', '送信できていません。'],
  refused: ['We couldn’t take this message.', 'このメッセージはお受けできませんでした。'],
  again: ['Send again', 'もう一度送る'],
  remove: ['Remove', '取り消す'],
  typing: ['Writing an answer…', '入力しています'],
  offline: ['No connection. Trying again…', '接続が切れました。つなぎ直しています。'],
  trouble: ['That didn’t work just now. Nothing was changed.', 'うまくいきませんでした。内容はそのままです。'],
  newest: ['Newest message', '新しいメッセージへ'],
  today: ['Today', '今日'],
  yesterday: ['Yesterday', '昨日'],
  done: ['Done', '完了'],
  now: ['Now', '現在'],
  next: ['Still to come', '予定'],
  opens: ['opens a new page', '新しいページで開きます'],
  switch_say: ['English please', '日本語でお願いします'],
} as const satisfies Record<string, Record<keyof typeof LOCALES & `${number}`, string>>;

export type TextKey = keyof typeof TEXTS;

export function textOf(locale: Locale, key: TextKey, value?: string | number): string {
  return (TEXTS[key][LOCALES.indexOf(locale)] ?? '').replace('{0}', String(value ?? ''));
}
