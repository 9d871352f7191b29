/** Where an agent lives. */
export interface AgentName {
  /** `projects/P/locations/L/agents/A`, with `/environments/E` where one is named. */
  readonly path: string;
  /** `global`, `asia-northeast1` … */
  readonly location: string;
}

const AGENT =
  /^projects\/[a-z0-9][a-z0-9.:-]*\/locations\/([a-z0-9-]+)\/agents\/[A-Za-z0-9-]+(?:\/environments\/[A-Za-z0-9-]+)?$/;

/** Reads the name of an agent, or gives undefined where it is none. */
export function readAgentName(path: string): AgentName | undefined {
  const location = AGENT.exec(path)?.[1];
  return location === undefined ? undefined : { path, location };
}

/** The host that serves a location: agents are reached in their own region alone. */
export const endpointOf = ({ location }: Pick<AgentName, 'location'>): string =>
  location === 'global' ? 'dialogflow.googleapis.com' : `${location}-dialogflow.googleapis.com`;
