/** What a log line tells besides its name: short, and never anything of a customer's. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * THE SOCKET of the log. A line has a fixed name and a few facts; customers' words, names and numbers never go in.
 * @example
 * telemetry.warn('delivery_retried', { channel: 'webchat', attempts: 3 });
 */
export interface Telemetry {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts, fault?: unknown): void;
  error(event: string, facts?: Facts, fault?: unknown): void;
}
