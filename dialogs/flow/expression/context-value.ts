import type { Json } from '../../protocol/value.ts';
import type { ExpressionContext } from '../flow-book.ts';
import { isRecord } from './cel-values.ts';

/** What an expression finds under one of the names that it may begin with; undefined where there is nothing. */
export function contextValue(context: ExpressionContext, name: string): Json | undefined {
  switch (name) {
    case 'slots':
      return context.slots;
    case 'customer':
      return context.customer;
    case 'identity':
      return withProof(context.identity);
    case 'channel':
      return context.channel;
    case 'conversation':
      return context.conversation;
    case 'locale':
      return context.locale;
    case 'now':
      return context.now;
    default:
      return undefined;
  }
}

/** `identity.proves` is always there, so that `has(identity.proves.order)` can be asked. */
function withProof(identity: Json): Json {
  const known = isRecord(identity) ? identity : { level: 'none' };
  return 'proves' in known ? known : { ...known, proves: {} };
}
