import { type Edge, edgesOf } from '../../../dialogs/flow/analysis/flow-graph.ts';
import type { Flow } from '../../../dialogs/flow/flow.ts';
import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import { commandsOf } from '../../../integrations/nlu/commands-of.ts';
import { intentNameOf } from '../../../integrations/nlu/dialogflow-cx/intent-name.ts';
import type { IntentLabel } from '../../../integrations/nlu/reading.ts';
import { intentLabels } from '../../intent-labels.ts';
import { type AgentPackage, type Fields, fileNameOf, idOf, placeOf, START_FLOW, WEBHOOK } from './agent-package.ts';
import { pageOf } from './pages.ts';

/** The parameter in which the server says where the talk goes on. */
export const NEXT_STEP = 'next_step';
/** Standard, in words that both our languages have; below 0.3 nothing is matched. */
const NLU = {
  ...{ modelType: 'MODEL_TYPE_STANDARD', classificationThreshold: 0.3 },
  modelTrainingMode: 'MODEL_TRAINING_MODE_AUTOMATIC',
};

/**
 * A flow with a page for every question of each of these, and the start flow, in which every intent is heard. What stands between two
 * questions (actions, conditions) is the server's: the webhook has the turn and names the next step.
 */
export function flowFiles(book: FlowBook, flows: readonly Flow[]): AgentPackage {
  const known = new Set(flows.map(({ flow }) => flow));
  const files = flows.map((flow) => {
    const edges = edgesOf(flow);
    const goOn = (from: string) => waysFrom(flow, edges, from, known);
    const pages = Object.values(flow.steps).flatMap(({ step }) =>
      step.kind === 'collect' ? [[step.id, pageOf(book, flow.flow, step, goOn(step.id))] as const] : [],
    );
    return {
      [placeOf('flows', flow.flow)]: flowOf(flow.flow, flow.description, [
        {
          name: idOf(`route ${flow.flow}`),
          condition: 'true',
          triggerFulfillment: { webhook: WEBHOOK, tag: flow.flow },
        },
        ...ways(flow.flow, '', [...firstOf(flow, edges, known)]),
      ]),
      ...Object.fromEntries(
        pages.map(([id, page]) => [`flows/${fileNameOf(flow.flow)}/pages/${fileNameOf(id)}.json`, page]),
      ),
    };
  });
  const starts = intentLabels(book.examples).flatMap((label) => startRoute(label, known));
  const description = 'Where every conversation begins and every wish is heard.';
  return Object.assign({ [placeOf('flows', START_FLOW)]: flowOf(START_FLOW, description, starts) }, ...files);
}

function flowOf(displayName: string, description: string, transitionRoutes: readonly Fields[]): Fields {
  const listen = (event: string) => ({
    ...{ event, name: idOf(`event ${displayName} ${event}`) },
    triggerFulfillment: { webhook: WEBHOOK, tag: event },
  });
  return {
    ...{ name: idOf(`flow ${displayName}`), displayName, description },
    transitionRoutes,
    eventHandlers: [listen('sys.no-match-default'), listen('sys.no-input-default')],
    nluSettings: NLU,
  };
}

/** A wish starts its flow with what it sets; a command such as "repeat" is the server's at once. */
function startRoute(label: IntentLabel, known: ReadonlySet<string>): readonly Fields[] {
  const intent = intentNameOf(label);
  const name = idOf(`route ${START_FLOW} ${intent}`);
  const starts = commandsOf(label)?.some((command) => command.kind === 'start_flow') && known.has(label.flow);
  if (!starts) return [{ name, intent, triggerFulfillment: { webhook: WEBHOOK, tag: intent } }];
  const set = Object.entries(label.set).map(([parameter, value]) => ({ parameter, value }));
  return [
    {
      ...{ name, intent },
      ...(set.length > 0 ? { triggerFulfillment: { setParameterActions: set } } : {}),
      targetFlow: label.flow,
    },
  ];
}

/** Where a talk may wait next: a question of this flow, another flow, a person, or the end. */
type Way = { readonly to: string; readonly fields: Fields };
type Edges = ReadonlyMap<string, readonly Edge[]>;

const waysFrom = (flow: Flow, edges: Edges, from: string, known: ReadonlySet<string>): readonly Fields[] =>
  ways(flow.flow, from, [...following(flow, edges, from, known)]);

const ways = (flow: string, from: string, found: readonly Way[]): readonly Fields[] =>
  found.map(({ to, fields }) => ({
    name: idOf(`route ${flow} ${from} ${to}`),
    condition: `$session.params.${NEXT_STEP} = "${to}"`,
    ...fields,
  }));

function firstOf(flow: Flow, edges: Edges, known: ReadonlySet<string>): Iterable<Way> {
  const found = new Map<string, Way>();
  visit(flow, edges, flow.first, known, found, new Set());
  return found.values();
}

function following(flow: Flow, edges: Edges, from: string, known: ReadonlySet<string>): Iterable<Way> {
  const found = new Map<string, Way>();
  const seen = new Set<string>();
  for (const { to } of edges.get(from) ?? []) visit(flow, edges, to, known, found, seen);
  return found.values();
}

function visit(
  flow: Flow,
  edges: Edges,
  at: string,
  known: ReadonlySet<string>,
  found: Map<string, Way>,
  seen: Set<string>,
): void {
  if (seen.has(at)) return;
  seen.add(at);
  const add = (to: string, fields: Fields) => found.set(to, { to, fields });
  const step = flow.steps[at]?.step;
  if (!step) return void add('END', { targetPage: 'End Flow' });
  if (step.kind === 'collect') add(step.id, { targetPage: step.id });
  if ((step.kind === 'call' || step.kind === 'link') && known.has(step.flow)) add(step.flow, { targetFlow: step.flow });
  if (step.kind === 'handoff') {
    const messages = [{ liveAgentHandoff: { metadata: { reason: step.reason, flow: flow.flow } } }];
    add('handoff', { triggerFulfillment: { messages }, targetPage: 'End Session' });
  }
  for (const { to, why } of edges.get(at) ?? []) {
    // The talk waits at a question, unless it is passed by; who leaves for another flow or a person has a way already.
    const goesOn = step.kind === 'collect' ? why === 'skip' : to !== 'LEAVE' || step.kind === 'end';
    if (goesOn) visit(flow, edges, to, known, found, seen);
  }
}
