import { takenByAgent } from './control-event.ts';
import type { Draft } from './draft.ts';
import { note } from './note.ts';

/** A person of ours speaks, by whatever route: they hold the conversation from here on. */
export function agentMessage(draft: Draft, agentId: string, text: string): void {
  takenByAgent(draft, `agent:${agentId}`);
  note(draft, { by: 'agent', text });
  draft.effects.push({ kind: 'relay', to: 'customer', text, agentId });
}
