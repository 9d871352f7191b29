/** `maybe`: neither, or words that can mean both (「大丈夫です」): it has to be asked again. */
export type YesNo = 'yes' | 'no' | 'maybe';

export interface YesNoReading {
  readonly answer: YesNo;
  /** What was said besides: "yes, and my postcode is 94107" leaves "and my postcode is 94107". */
  readonly rest: string;
  /** Learned from what people say, and not in so many words: never a yes that buys or cancels. */
  readonly guessed?: 'likely' | 'surely';
}
