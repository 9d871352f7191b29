import type { Json } from '../../../dialogs/protocol/value.ts';
import { isRecord } from '../../../dialogs/protocol/value.ts';
import type { AgentPackage } from './agent-package.ts';

/** Places that every agent has. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  ...['Start Page', 'Current Page', 'Previous Page', 'End Flow', 'End Session'],
  ...['END_FLOW_WITH_CANCELLATION', 'END_FLOW_WITH_FAILURE'],
]);

/** Names in a package that lead nowhere: intents, pages of the same flow, flows, webhooks, entity types, parameters of phrases. */
export function checkReferences(files: AgentPackage): readonly string[] {
  const named = (pattern: RegExp): ReadonlySet<string> =>
    new Set(
      Object.entries(files).flatMap(([place, { displayName }]) =>
        pattern.test(place) && typeof displayName === 'string' ? [displayName] : [],
      ),
    );
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    intent: named(/^intents\/([^/]+)\/\1\.json$/),
    targetFlow: named(/^flows\/([^/]+)\/\1\.json$/),
    startFlow: named(/^flows\/([^/]+)\/\1\.json$/),
    webhook: named(/^webhooks\//),
    entityType: new Set([...named(/^entityTypes\/([^/]+)\/\1\.json$/)].map((name) => `@${name}`)),
  };
  return Object.entries(files).flatMap(([place, content]) => {
    const folder = /^flows\/[^/]+\//.exec(place)?.[0];
    const pages = new Set([
      ...EVERYWHERE,
      ...(folder === undefined ? [] : named(new RegExp(`^${literally(folder)}pages/`))),
    ]);
    const parameters = parametersFor(files, place);
    return references(content).flatMap(([name, value]) => {
      const names = name === 'targetPage' ? pages : name === 'parameterId' ? parameters : known[name];
      const leads = !names || names.has(value) || (name === 'entityType' && value.startsWith('@sys.'));
      return leads ? [] : [`${place}: ${name} ${value} leads nowhere.`];
    });
  });
}

/** The parameters of the intent that a file of phrases belongs to. */
function parametersFor(files: AgentPackage, place: string): ReadonlySet<string> {
  const name = /^intents\/([^/]+)\//.exec(place)?.[1];
  const parameters = files[`intents/${name}/${name}.json`]?.['parameters'];
  const list: readonly Json[] = Array.isArray(parameters) ? parameters : [];
  return new Set(list.flatMap((each) => (isRecord(each) && typeof each['id'] === 'string' ? [each['id']] : [])));
}

function references(value: Json): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => references(each));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' ? [[name, inner] as const] : references(inner),
  );
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
