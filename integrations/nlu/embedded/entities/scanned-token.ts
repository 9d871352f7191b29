/** One character (or group: "twelve" is 12) of a run. `small`: a word that is rather something else unless more characters stand around it. */
export interface ScannedToken {
  readonly characters: string;
  readonly start: number;
  readonly end: number;
  readonly spoken: boolean;
}
