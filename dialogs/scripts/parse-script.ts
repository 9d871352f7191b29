import { LineCounter, parseDocument } from 'yaml';
import { type Script, scriptSchema } from './script.ts';

/** A script as read from its file: the script, or why it cannot be used. */
export interface ScriptFile {
  readonly path: string;
  readonly script?: Script;
  /** `path:line:column message`, in the order of the file. */
  readonly problems: readonly string[];
}

/** Reads a conversation script: YAML 1.2 core schema, no tags, few aliases. */
export function parseScript(file: { readonly path: string; readonly text: string }): ScriptFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(file.text, {
    schema: 'core',
    version: '1.2',
    lineCounter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const at = (offset: number | undefined, message: string) => {
    const { line, col } = lineCounter.linePos(offset ?? 0);
    return `${file.path}:${line}:${col} ${message}`;
  };
  if (document.errors.length > 0)
    return { path: file.path, problems: document.errors.map((error) => at(error.pos[0], error.message)) };
  const parsed = scriptSchema.safeParse(document.toJS({ maxAliasCount: 50 }));
  if (parsed.success) return { path: file.path, script: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const node = document.getIn(issue.path, true);
    const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined;
    return at(Array.isArray(range) ? Number(range[0]) : undefined, `${issue.path.join('.')}: ${issue.message}`);
  });
  return { path: file.path, problems };
}
