/** What a customer may say of themselves, and a sentence to say it in. */
export interface SeededSecret {
  readonly kind: string;
  /** Found nowhere else: it may be looked for as it is. */
  readonly secret: string;
  readonly text: string;
}

const SYLLABLES = ['ka', 'ri', 'mo', 'te', 'su', 'no', 'ha', 'yu', 'ke', 'wa'];
const KANJI = [...'桐柊梓楓椿榊樺橘槙櫂'];

const spelled = <Part>(n: number, parts: readonly Part[]): string =>
  [...String(n).padStart(3, '0')].map((digit) => parts[Number(digit)]).join('');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function cardOf(n: number): string {
  const head = `411111${String(n).padStart(9, '0')}`;
  const sum = [...head].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${head}${(10 - (sum % 10)) % 10}`;
}

const KINDS: readonly ((n: number) => SeededSecret)[] = [
  (n) => told('name', `${capital(spelled(n, SYLLABLES))} Zelwick`, (it) => `Hello, my name is ${it}.`),
  (n) => told('name', `${spelled(n, KANJI)}太郎`, (it) => `${it}と申します。荷物が届きません。`),
  (n) => told('mail', `zelwick.${n}@mail${n}.example`, (it) => `Write to me at ${it} please`),
  (n) => told('phone', `090-${7000 + (n % 1000)}-${1000 + n}`, (it) => `電話は${it}です`),
  (n) => told('phone', `+1 415 555 ${1000 + n}`, (it) => `Call me at ${it}`),
  (n) => told('address', `${100 + n} Quillfeather Lane`, (it) => `I live at ${it}, Springfield`),
  (n) =>
    told('address', `青葉区${spelled(n, KANJI)}町${(n % 9) + 1}丁目${(n % 28) + 1}番${n}号`, (it) => `住所は${it}です`),
  (n) => told('order', `ZQ${500_000 + n}`, (it) => `Where is my order ${it}? My postcode is 1500001`),
  (n) => told('card', cardOf(n), (it) => `My card is ${it}`),
  (n) =>
    told('words', `my ${spelled(n, SYLLABLES)} lamp smells of ${spelled(n + 1, SYLLABLES)}`, (it) => `Well, ${it}.`),
  (n) => told('words', `${spelled(n, KANJI)}色の箱が壊れて困っています`, (it) => `あの、${it}。`),
];

const told = (kind: string, secret: string, say: (secret: string) => string): SeededSecret => ({
  ...{ kind, secret, text: say(secret) },
});

/** So many, of every kind and in both languages, each another. */
export const seededSecrets = (count: number): readonly SeededSecret[] =>
  Array.from({ length: count }, (_, n) => {
    const make = KINDS[n % KINDS.length];
    if (!make) throw new Error('There are no kinds.');
    return make(n);
  });
