import type { HttpRoute } from '../http-route.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import type { WebchatParts } from './route-parts.ts';

/** Every address of the chat. */
export function webchatRoutes(parts: WebchatParts): readonly HttpRoute[] {
  return [...conversationRoutes(parts), ...messageRoutes(parts), ...readingRoutes(parts)];
}
