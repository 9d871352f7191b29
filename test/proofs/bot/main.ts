import { startServer } from '../../../bots/server.ts';
import { createAskedChannel } from './create-asked-channel.ts';
import { createNoteActions } from './create-note-actions.ts';
import { createProofChannel, type ProofChannelKind } from './proof-channel.ts';

/** The whole bot as it ships, with three channels and an action whose other sides are fakes that write down what happens. */
const { PROOF_COMPANY: company = '', PROOF_PROVIDER: providerUrl = '', PROOF_INSTANCE: instance = '' } = process.env;
const kinds: readonly ProofChannelKind[] = ['keyed', 'plain'];

/** Its heap after everything unused is thrown away, when it is asked. Bytes. */
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  process.stdout.write(`heap ${process.memoryUsage().heapUsed}\n`);
});

await startServer({
  channels: [...kinds.map((kind) => createProofChannel({ kind, providerUrl, instance })), createAskedChannel()],
  actions: createNoteActions(company),
});
