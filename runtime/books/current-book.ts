import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ActionCatalogue } from '../../dialogs/flow/action-catalogue.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { FlowProblem } from '../../dialogs/flow/flow-problem.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import type { Capabilities } from '../../dialogs/protocol/capabilities.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { DialogRevisions } from '../../integrations/dialog-revisions/dialog-revisions.ts';
import type { Nlu } from '../../integrations/nlu/nlu.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import type { BookInUse } from './book-in-use.ts';
import { createEarlierBooks } from './earlier-books.ts';
import { isDialogFile, readDialogFiles } from './read-dialog-files.ts';
import { hasSameSteps } from './same-steps.ts';

/** Which dialogs conversations are led by: new ones by the current book, running ones by the revision they began with. */
export interface CurrentBook {
  current(): BookInUse;
  /**
   * The book that a conversation of this revision goes on with: that revision, or one that moves it on. The current one where the
   * revision is gone. Rejects while the store is away.
   */
  of(revision: string): Promise<BookInUse>;
}

/** What an edit taken live changes in conversations that run: sentences where no step is another, everything, or nothing. */
export type LiveEdits = 'words' | 'all' | 'none';

export interface CurrentBookConfig {
  readonly folder: string;
  readonly actions: ActionCatalogue;
  readonly profiles: Readonly<Record<string, Capabilities>>;
  readonly learn: (book: FlowBook) => Nlu;
  /** Where every revision is kept that conversations may be led by. */
  readonly revisions: DialogRevisions;
  readonly liveEdits: LiveEdits;
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
  /** What this process was led by, in order; the last is current. */
  const line: BookInUse[] = [];
  const world = { actions: config.actions, profiles: config.profiles };
  const withNlu = (book: FlowBook): BookInUse => {
    const taught = line.findLast((known) => hasSameExamples(known.book, book));
    return { book, nlu: taught?.nlu ?? config.learn(book) };
  };
  const reload = async (): Promise<readonly FlowProblem[]> => {
    const files = await readDialogFiles(config.folder);
    const { book, problems } = loadFlowBook(files, world);
    logProblems(config.telemetry, problems);
    if (book && book.revision !== line.at(-1)?.book.revision) {
      // First kept, then used: no conversation is ever led by dialogs that only this process knows.
      await config.revisions.keep(book.revision, files);
      const next = withNlu(book);
      // First learned, then used: whoever says that it is ready understands, and an edit keeps nobody waiting.
      await next.nlu.learned;
      line.push(next);
      if (line.length > REMEMBERED) line.shift();
      config.telemetry.info('dialogs_loaded', { revision: book.revision, flows: Object.keys(book.flows).length });
    }
    return problems;
  };
  const problems = await reload();
  const [opened] = line;
  if (!opened) throw new CatalogueError('dialogs_invalid', firstErrors(problems));
  const current = () => line.at(-1) ?? opened;
  const earlier = createEarlierBooks({
    revisions: config.revisions,
    make: (files) => {
      const { book } = loadFlowBook(files, world);
      return book && withNlu(book);
    },
    telemetry: config.telemetry,
  });
  return {
    current,
    of: async (revision) => {
      const at = line.findIndex(({ book }) => book.revision === revision);
      if (at >= 0) return movedOn(line, at, config.liveEdits);
      return (await earlier.find(revision)) ?? current();
    },
    reload,
    watch: (everyMs) => watchFolder(config, everyMs, reload),
  };
}

/** An editor's last edits are remembered here; from before, running conversations go on with what is kept. */
const REMEMBERED = 20;

/** How far the edits of this process carry a conversation that began with one of its books. */
function movedOn(line: readonly BookInUse[], at: number, edits: LiveEdits): BookInUse {
  const begun = line[at];
  const carries = ({ book }: BookInUse) =>
    edits === 'all' || (edits === 'words' && begun !== undefined && hasSameSteps(begun.book, book));
  const moved = line.slice(at + 1).findLast(carries) ?? begun;
  if (!moved) throw new Error('There is no such book.');
  return moved;
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
