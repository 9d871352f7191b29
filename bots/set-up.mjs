// Plain JavaScript, since it runs before anything is installed: `npm start` and `npm test` begin here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);

function run(title, command, args) {
  // everything to standard error: what a command prints may be read by a program
  process.stderr.write(`${title} …\n`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    process.stderr.write(
      `${title} failed${error ? `: ${error.message}` : ''}. Mend what is said above and start again.\n`,
    );
    process.exit(status ?? 1);
  }
}

/** Dialogs and knowledge are read from where they are written: nothing is made of them. */
const READ_AS_THEY_ARE = /\.(ya?ml|md)$/;

function hashOf(...paths) {
  const hash = createHash('sha256');
  const add = (place) => {
    if (!existsSync(place)) return;
    if (statSync(place).isDirectory()) for (const name of readdirSync(place).sort()) add(path.join(place, name));
    else if (!READ_AS_THEY_ARE.test(place)) hash.update(place.slice(root.length)).update(readFileSync(place));
  };
  for (const each of paths) add(each);
  return hash.digest('hex');
}

const markOf = (name) => inRoot('dist', `.${name}.hash`);

/** The hash of the sources when they have changed since `name` was made, otherwise undefined. */
function changed(name, sources) {
  const hash = hashOf(...sources.map((source) => inRoot(source)));
  return existsSync(markOf(name)) && readFileSync(markOf(name), 'utf8') === hash ? undefined : hash;
}

/** Runs `make` when what it is made of has changed since the last time, and says whether it did. */
function whenChanged(name, sources, make) {
  const hash = changed(name, sources);
  if (hash === undefined) return false;
  make();
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(markOf(name), hash);
  return true;
}

/** Installs the packages when they are missing or another version of the lock file is installed. */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Omotenashi needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
    process.exit(1);
  }
  const mark = inRoot('node_modules', '.omotenashi-lock.hash');
  const hash = hashOf(inRoot('package-lock.json'));
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund']);
  linkCommand();
  writeFileSync(mark, hash);
}

/** `npx omotenashi` in a clone runs the clone. */
function linkCommand() {
  const link = inRoot('node_modules', '.bin', 'omotenashi');
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../../bots/cli/omotenashi.mjs', link);
}

const SERVER_SOURCES = [
  'bots',
  'channels',
  'dialogs',
  'integrations',
  'operations',
  'runtime',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

/** Whether the compiled server is what the sources say. */
export const isServerBuilt = () => changed('server', SERVER_SOURCES) === undefined;

/**
 * Compiles the server and builds the pages, each only when its sources have changed. A new server's examples are learned here, where it
 * is told: it would else be silent for seconds before it is ready.
 * @param learns learned also where nothing was compiled: the examples may be others
 */
export function build(learns = false) {
  const isNew = buildServer();
  buildPages();
  if (isNew || learns) learnAhead();
}

function buildServer() {
  const isNew = whenChanged('server', SERVER_SOURCES, () => {
    run('Compiling the server', inRoot('node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.build.json']);
    copyScripts();
  });
  if (isNew) readDialogsAhead();
  return isNew;
}

/** A designer's first check is as quick as the next: what the dialog files hold is kept now. What is wrong in them is theirs to ask. */
function readDialogsAhead() {
  process.stderr.write('Reading the dialogs …\n');
  spawnSync(process.execPath, [inRoot('dist', 'bots', 'cli', 'main.js'), 'check'], { cwd: root, stdio: 'ignore' });
}

/** What the shipped examples teach is learned once, for the server and all tests; a command that has learned it before is done at once. */
function learnAhead() {
  process.stderr.write('Learning the examples …\n');
  const chat = [inRoot('dist', 'bots', 'cli', 'main.js'), 'chat', '--json'];
  spawnSync(process.execPath, chat, { cwd: root, input: 'hello\n', stdio: ['pipe', 'ignore', 'ignore'] });
}

/** Compiles the server of a clone in which that has never been done: what is compiled starts sooner. */
export function buildFirst() {
  if (!existsSync(markOf('server'))) buildServer();
}

/** The scripts that Redis runs are no TypeScript: they lie beside what was compiled. */
function copyScripts() {
  const scripts = ['integrations', 'conversation-store', 'redis', 'scripts'];
  cpSync(inRoot(...scripts), inRoot('dist', ...scripts), { recursive: true });
}

export function buildPages() {
  const vite = inRoot('node_modules', '.bin', 'vite');
  whenChanged('web', ['web', 'package-lock.json'], () => {
    run('Building the chat', vite, ['build', '--config', 'web/vite.widget.config.ts', '--logLevel', 'warn']);
    run('Building the pages', vite, ['build', '--config', 'web/vite.shop.config.ts', '--logLevel', 'warn']);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installPackages();
  if (process.argv.includes('--pages')) buildPages();
  if (process.argv.includes('--build')) build(true);
}
