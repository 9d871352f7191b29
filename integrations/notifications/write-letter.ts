import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Money } from '../data-shapes.ts';

/** What a mail or text is about, with the values it is filled with. */
export type Letter =
  | { readonly about: 'one_time_code'; readonly code: string; readonly minutes: number }
  | { readonly about: 'confirmation_link'; readonly name: string; readonly price: Money; readonly url: string }
  | {
      readonly about: 'invoice';
      readonly order: string;
      readonly lines: readonly { name: string; quantity: number; price: Money }[];
      readonly total: Money;
    }
  | {
      readonly about: 'renewal_receipt';
      readonly name: string;
      readonly price: Money;
      readonly ends: string;
      readonly receipt: string;
    }
  | { readonly about: 'order_cancelled'; readonly order: string; readonly refund: Money };

type Written = { readonly subject: string; readonly text: string };

/** Subject and text of a mail, in the customer's language. */
export function writeLetter(letter: Letter, locale: Locale): Written {
  return locale === 'ja' ? inJapanese(letter) : inEnglish(letter);
}

/** `$79.80` · `7,980円`. */
function showMoney({ amount, currency }: Money, locale: Locale): string {
  if (locale === 'ja' && currency === 'JPY') return `${amount.toLocaleString('ja-JP')}円`;
  return new Intl.NumberFormat(locale === 'ja' ? 'ja-JP' : 'en-US', { style: 'currency', currency }).format(amount);
}

function inEnglish(letter: Letter): Written {
  switch (letter.about) {
    case 'one_time_code':
      return {
        subject: 'Your Aozora code',
        text: `Your code is ${letter.code}. It works once, for ${letter.minutes} minutes, and only in the conversation you asked for it in.\n\nWe never ask for it by phone. If you didn't ask for a code, there's nothing you need to do.`,
      };
    case 'confirmation_link':
      return {
        subject: `Confirm: ${letter.name}`,
        text: `${letter.name}, ${showMoney(letter.price, 'en')}, tax included.\n\nNothing has been charged yet. You can confirm it here, with another card if you like:\n${letter.url}`,
      };
    case 'invoice':
      return {
        subject: `Invoice for order ${letter.order}`,
        text: [
          ...letter.lines.map((line) => `${line.quantity} × ${line.name}: ${showMoney(line.price, 'en')}`),
          `Total, tax included: ${showMoney(letter.total, 'en')}`,
        ].join('\n'),
      };
    case 'renewal_receipt':
      return {
        subject: `Receipt ${letter.receipt}: ${letter.name}`,
        text: `${letter.name}, ${showMoney(letter.price, 'en')}, tax included, was paid. It runs until ${letter.ends}. Thank you.`,
      };
    case 'order_cancelled':
      return {
        subject: `Order ${letter.order} is cancelled`,
        text: `Order ${letter.order} is cancelled. ${showMoney(letter.refund, 'en')} goes back the way you paid.`,
      };
  }
}

function inJapanese(letter: Letter): Written {
  switch (letter.about) {
    case 'one_time_code':
      return {
        subject: 'Aozora 確認コード',
        text: `確認コードは ${letter.code} です。${letter.minutes}分間、一度だけ、お手続き中の会話でお使いいただけます。\n\nお電話でコードをお尋ねすることはありません。お心当たりがなければ、このメールは破棄してください。`,
      };
    case 'confirmation_link':
      return {
        subject: `お手続きの確認: ${letter.name}`,
        text: `${letter.name}、税込${showMoney(letter.price, 'ja')}です。\n\nお支払いはまだ行われていません。次のページで内容をご確認のうえ、お手続きいただけます。別のカードもお使いいただけます。\n${letter.url}`,
      };
    case 'invoice':
      return {
        subject: `ご注文 ${letter.order} の請求書`,
        text: [
          ...letter.lines.map((line) => `${line.name} × ${line.quantity}: ${showMoney(line.price, 'ja')}`),
          `合計(税込): ${showMoney(letter.total, 'ja')}`,
        ].join('\n'),
      };
    case 'renewal_receipt':
      return {
        subject: `領収書 ${letter.receipt}: ${letter.name}`,
        text: `${letter.name}、税込${showMoney(letter.price, 'ja')}のお支払いを承りました。期間は${letter.ends}までです。ありがとうございます。`,
      };
    case 'order_cancelled':
      return {
        subject: `ご注文 ${letter.order} のキャンセル`,
        text: `ご注文 ${letter.order} のキャンセルを承りました。${showMoney(letter.refund, 'ja')}を、お支払いの方法へお戻しします。`,
      };
  }
}
