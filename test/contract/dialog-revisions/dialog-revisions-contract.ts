import type { DialogRevisions } from '../../../integrations/dialog-revisions/dialog-revisions.ts';

export interface RevisionsUnderTest {
  readonly revisions: DialogRevisions;
  /** Writes what is no revision where one would lie. */
  spoil(revision: string): Promise<void>;
}

const FILES = [
  { path: 'hello/flow.yaml', text: 'flow: hello\n' },
  { path: 'hello/ja.yaml', text: `texts: { hello: こんにちは }\n${'# 長い\n'.repeat(20_000)}` },
];

/** What every store of dialog revisions keeps to. */
export function dialogRevisionsContract(name: string, create: () => Promise<RevisionsUnderTest>): void {
  describe(`the dialog revisions ${name}`, () => {
    test('are read as they were kept, however often', async () => {
      const { revisions } = await create();
      await revisions.keep('one', FILES);
      await revisions.keep('one', FILES);
      await revisions.keep('two', FILES.slice(0, 1));
      expect(await revisions.read('one')).toEqual(FILES);
      expect(await revisions.read('one')).toEqual(FILES);
      expect(await revisions.read('two')).toEqual(FILES.slice(0, 1));
    });

    test('that nobody kept, and that are spoilt, are not there', async () => {
      const { revisions, spoil } = await create();
      await revisions.keep('spoilt', FILES);
      await spoil('spoilt');
      expect(await revisions.read('nobody')).toBeUndefined();
      expect(await revisions.read('spoilt')).toBeUndefined();
    });
  });
}
