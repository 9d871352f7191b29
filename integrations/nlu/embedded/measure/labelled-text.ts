/** A row of a data set: a sentence and what it stands for. */
export interface LabelledText {
  readonly text: string;
  readonly intent: string;
}
