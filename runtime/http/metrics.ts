import { defineRoute, type HttpRoute, type RouteHead } from '../../channels/http-route.ts';

export interface MetricsReader {
  readonly mediaType: string;
  /** Everything that is counted, as of now. */
  read(): Promise<string>;
}

/**
 * `/metrics`, in the text form of Prometheus.
 * @param admit throws where the numbers are not for whoever asks
 */
export function metricsRoutes(
  { mediaType, read }: MetricsReader,
  admit: (head: RouteHead) => Promise<void>,
): readonly HttpRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/metrics',
      tag: 'health',
      summary: 'What is counted, for Prometheus. Answers this machine alone, or whoever has the token.',
      answers: { 200: { description: 'Counters, histograms and gauges.', mediaType: 'text/plain' } },
      admit,
      handle: async () => ({ status: 200, text: await read(), mediaType }),
    }),
  ];
}
