import type { MessageName } from './records.ts';

/** A message's name as one word for an index: no name of a channel has a space in it. */
export const writeMessage = ({ channel, id }: MessageName): string => `${channel} ${id}`;

export function readMessage(text: string): MessageName {
  const at = text.indexOf(' ');
  return { channel: text.slice(0, at), id: text.slice(at + 1) };
}
