import { createReport } from '../../../../dialogs/flow/flow-problem.ts';
import { loadFlowBook } from '../../../../dialogs/flow/load-flow-book.ts';
import { readYaml } from '../../../../dialogs/flow/read-yaml.ts';
import { HOSTILE_YAML } from './hostile-yaml.ts';
import { TEST_ACTIONS } from './kit.ts';

const read = (text: string) => {
  const report = createReport();
  return { source: readYaml({ path: 'a/flow.yaml', text }, report), problems: report.problems };
};

describe('reading YAML', () => {
  it('takes the core schema: yes, no and on are words, dates are texts', () => {
    expect(read('a: yes\nb: no\non: off\nday: 2026-11-24\nn: 5\nt: true').source.value).toEqual({
      a: 'yes',
      b: 'no',
      on: 'off',
      day: '2026-11-24',
      n: 5,
      t: true,
    });
  });

  it('takes a few anchors', () => {
    expect(read('a: &a { x: 1 }\nb: *a').source.value).toEqual({ a: { x: 1 }, b: { x: 1 } });
  });

  it('knows where each key and value stands', () => {
    const { source } = read('flow: a\nsteps:\n  - say: hello\n    next: [{ if: x, then: y }]\n');
    expect(source.locate(['flow'], 'value', 0)).toEqual({ line: 1, column: 7 });
    expect(source.locate(['steps', 0, 'next'], 'key', 0)).toEqual({ line: 4, column: 5 });
    expect(source.locate(['steps', 0, 'next', 0, 'then'], 'value', 0)).toEqual({ line: 4, column: 27 });
    expect(source.locate(['steps', 0, 'say'], 'value', 2)).toEqual({ line: 3, column: 12 });
    expect(source.locate(['steps', 0, 'nothing', 'here'], 'value', 0)).toEqual({ line: 3, column: 5 });
  });

  it('says once where the syntax breaks, and what to do', () => {
    const { problems } = read('if: !has(slots.eta)\nsteps: [a\nb: c\n');
    expect(problems).toHaveLength(1);
    const { problems: quoted } = read('a: {b: c}} d\n');
    expect(quoted).toEqual([expect.objectContaining({ code: 'yaml-syntax', line: 1 })]);
  });
});

describe('hostile YAML', () => {
  it('is plenty', () => expect(HOSTILE_YAML.length).toBeGreaterThanOrEqual(60));

  it.each(HOSTILE_YAML)('%s is read or refused, with no harm', (_, text) => {
    for (const path of ['a/flow.yaml', 'a/en.yaml', 'slots.yaml']) {
      const { book, problems } = loadFlowBook([{ path, text }], { actions: TEST_ACTIONS });
      expect(book !== undefined || problems.some(({ severity }) => severity === 'error')).toBe(true);
      for (const problem of problems) {
        expect(problem.message.length).toBeLessThan(2000);
        expect(problem.line).toBeGreaterThan(0);
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(
    HOSTILE_YAML.filter(([name]) =>
      /tag|directive|laughs|prototype|key (__proto__|constructor|prototype|"|')|two documents|many documents|deep|too many characters/.test(
        name,
      ),
    ),
  )('%s is refused as unsafe or as no YAML', (_, text) => {
    const { source, problems } = read(text);
    expect(source.value).toBeUndefined();
    expect(['yaml-unsafe', 'yaml-syntax']).toContain(problems[0]?.code);
  });
});
