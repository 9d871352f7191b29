import { createServer } from 'node:net';
import type { Settings } from '../../config.ts';
import { type Finding, tellOf } from './finding.ts';

const { ok, warning, error } = tellOf('systems');
const ANSWER_MS = 3000;

/** Our own port, the company's systems, and the collector of traces: does somebody answer? Nothing is sent but a question for the head. */
export async function checkSystems(settings: Settings): Promise<readonly Finding[]> {
  const company = Object.entries(settings.companySystems).map(([family, system]) =>
    checkCompanySystem(family, system.name, system.base_url),
  );
  return (await Promise.all([checkPort(settings), ...company, ...checkCollector(settings)])).flat();
}

const answers = (url: string): Promise<Response> =>
  fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });

async function checkPort({ PORT, HOST }: Settings): Promise<readonly Finding[]> {
  if (PORT === 0 || (await isFree(PORT, HOST))) return [ok(`Port ${PORT} is free: no bot runs there now.`)];
  const health = await fetch(`http://127.0.0.1:${PORT}/readyz`, { signal: AbortSignal.timeout(ANSWER_MS) })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
    .catch(() => undefined);
  if (health?.status === 200) return [ok(`The bot on port ${PORT} is ready.`)];
  if (health?.status === 503)
    return [
      error(
        `The bot on port ${PORT} is not ready: ${health.text.slice(0, 200)}`,
        'The other findings say why; so does its log.',
      ),
    ];
  return [error(`Port ${PORT} is taken, and not by this bot.`, 'End the other program, or set PORT.')];
}

const isFree = (port: number, host: string | undefined): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });

async function checkCompanySystem(family: string, name: string, url: string): Promise<readonly Finding[]> {
  const host = new URL(url).host;
  return answers(url).then(
    (answer) =>
      answer.status >= 500
        ? [warning(`${name} (${family}, ${host}) answers with status ${answer.status}.`, 'Ask whoever runs it.')]
        : [ok(`${name} (${family}, ${host}) answers.`)],
    () => [
      error(
        `${name} (${family}, ${host}) does not answer.`,
        'Mend base_url in the file of COMPANY_SYSTEMS, or ask whoever runs it. Until then customers are offered a person.',
      ),
    ],
  );
}

function checkCollector(settings: Settings): readonly Promise<readonly Finding[]>[] {
  const url = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (url === undefined || settings.OTEL_SDK_DISABLED) return [];
  const { host } = new URL(url);
  return [
    answers(url).then(
      () => [ok(`The collector of traces (${host}) answers.`)],
      () => [
        warning(
          `The collector of traces (${host}) does not answer: traces are lost, nothing else.`,
          'Start it, or mend OTEL_EXPORTER_OTLP_ENDPOINT.',
        ),
      ],
    ),
  ];
}
