import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ActionCatalogue } from '../../dialogs/flow/action-catalogue.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { FlowProblem } from '../../dialogs/flow/flow-problem.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import type { Capabilities } from '../../dialogs/protocol/capabilities.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Nlu } from '../../integrations/nlu/nlu.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import { isDialogFile, readDialogFiles } from './read-dialog-files.ts';

/** A book, and the understanding that has learned from it. */
export interface BookInUse {
  readonly book: FlowBook;
  readonly nlu: Nlu;
}

/** Which dialogs conversations are led by. A turn ends in the book it began with; the next one moves over. */
export interface CurrentBook {
  current(): BookInUse;
}

export interface CurrentBookConfig {
  readonly folder: string;
  readonly actions: ActionCatalogue;
  readonly profiles: Readonly<Record<string, Capabilities>>;
  readonly learn: (book: FlowBook) => Nlu;
  readonly telemetry: Telemetry;
}

export interface WatchedBook extends CurrentBook {
  /** Reads the folder again. A broken edit keeps the last good book. Gives the problems. */
  reload(): Promise<readonly FlowProblem[]>;
  /** Reads the folder again whenever a file in it has changed. */
  watch(everyMs: number): { stop(): void };
}

/**
 * Loads the dialogs of a folder.
 * @throws CatalogueError `dialogs_invalid` when there is no good book to begin with
 */
export async function openCurrentBook(config: CurrentBookConfig): Promise<WatchedBook> {
  let current: BookInUse | undefined;
  const reload = async (): Promise<readonly FlowProblem[]> => {
    const files = await readDialogFiles(config.folder);
    const { book, problems } = loadFlowBook(files, { actions: config.actions, profiles: config.profiles });
    logProblems(config.telemetry, problems);
    if (book && book.revision !== current?.book.revision) {
      current = { book, nlu: current && hasSameExamples(current.book, book) ? current.nlu : config.learn(book) };
      config.telemetry.info('dialogs_loaded', { revision: book.revision, flows: Object.keys(book.flows).length });
    }
    return problems;
  };
  const problems = await reload();
  if (!current) throw new CatalogueError('dialogs_invalid', firstErrors(problems));
  const opened = current;
  return {
    current: () => current ?? opened,
    reload,
    watch: (everyMs) => watchFolder(config, everyMs, reload),
  };
}

/** A changed sentence teaches nothing new: learning again would hold up everyone for seconds. */
const hasSameExamples = (one: FlowBook, other: FlowBook): boolean =>
  JSON.stringify(one.examples) === JSON.stringify(other.examples);

const firstErrors = (problems: readonly FlowProblem[]): string =>
  problems
    .filter((problem) => problem.severity === 'error')
    .slice(0, 5)
    .map((problem) => `${problem.file}:${problem.line}:${problem.column} ${problem.code}: ${problem.message}`)
    .join(' · ');

function logProblems(telemetry: Telemetry, problems: readonly FlowProblem[]): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  for (const { file, line, column, code, message, hint } of errors) {
    telemetry.error('dialogs_problem', { place: `${file}:${line}:${column}`, code, message, hint });
  }
}

/** Looks at the files' times instead of asking the system to tell: that works on every disk, also on mounted ones. */
function watchFolder(config: CurrentBookConfig, everyMs: number, reload: () => Promise<unknown>): { stop(): void } {
  let seen: string | undefined;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    try {
      const now = fingerprint(config.folder);
      if (seen !== undefined && now !== seen) await reload();
      seen = now;
    } catch (fault) {
      config.telemetry.warn('dialogs_unreadable', {}, fault);
    }
    if (!stopped) timer = setTimeout(() => void look(), everyMs).unref();
  };
  void look();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Looks in one go: hundreds of little questions to the disk cost less so than each by itself, and nobody waits a millisecond. */
function fingerprint(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isDialogFile(entry.name))
    .map((entry) => {
      const place = path.join(entry.parentPath, entry.name);
      const { mtimeMs, size } = statSync(place);
      return `${place}:${mtimeMs}:${size}`;
    })
    .join('|');
}
