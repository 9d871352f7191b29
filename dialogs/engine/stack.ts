import type { FlowBook } from '../flow/flow-book.ts';
import type { FlowId } from '../protocol/ids.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Slots } from '../protocol/value.ts';
import type { Draft } from './draft.ts';

/**
 * The stack in words: a *request* is one frame that a customer, an event or repair began, with the frames it called above it.
 * Interruptions lay one request on another; the last frame is the one that talks.
 */
export function topFrame(state: ConversationState): Frame | undefined {
  return state.stack.at(-1);
}

/** Index of the frame that began the request on top, or -1 for an empty stack. */
export function topRequest(stack: readonly Frame[], end = stack.length): number {
  for (let i = end - 1; i >= 0; i--) if (stack[i]?.cause !== 'call') return i;
  return end > 0 ? 0 : -1;
}

/** Is this request repair, and no wish of the customer? */
export function isPattern(frame: Frame | undefined): boolean {
  return frame?.cause === 'pattern';
}

/** Index of the request that the customer is about, below any repair on top, or -1. */
export function customerRequest(stack: readonly Frame[]): number {
  let at = topRequest(stack);
  while (at > 0 && isPattern(stack[at])) at = topRequest(stack, at);
  return at >= 0 && !isPattern(stack[at]) ? at : -1;
}

export function newFrame(book: FlowBook, flow: FlowId, cause: Frame['cause'], slots: Slots = {}): Frame | undefined {
  const found = book.flows[flow];
  if (!found) return undefined;
  return { ...bareFrame(flow, slots), version: found.version, step: found.first, cause };
}

/** A repair frame of a flow that the book may not have. */
export function bareFrame(flow: FlowId, slots: Slots): Frame {
  return {
    flow,
    version: 1,
    step: '',
    slots,
    asked: 0,
    silent: 0,
    cause: 'pattern',
    passed: [],
    origins: {},
    written: [],
    waiting: false,
    replay: [],
    page: 0,
    faults: 0,
  };
}

export function setStack(draft: Draft, stack: readonly Frame[]): void {
  draft.state = { ...draft.state, stack };
}

export function pushFrame(draft: Draft, frame: Frame): void {
  setStack(draft, [...draft.state.stack, frame]);
}

export function popFrame(draft: Draft): Frame | undefined {
  const top = topFrame(draft.state);
  setStack(draft, draft.state.stack.slice(0, -1));
  return top;
}

export function changeFrame(draft: Draft, index: number, change: Partial<Frame>): void {
  setStack(
    draft,
    draft.state.stack.map((frame, i) => (i === index ? { ...frame, ...change } : frame)),
  );
}

export function changeTop(draft: Draft, change: Partial<Frame>): void {
  changeFrame(draft, draft.state.stack.length - 1, change);
}

/** Takes repair that lies on top away: a new request or a change of owner makes it pointless. */
export function dropPatterns(draft: Draft): void {
  const { stack } = draft.state;
  const kept = customerRequest(stack);
  let end = stack.length;
  for (let at = topRequest(stack, end); at > kept && at >= 0; at = topRequest(stack, end)) end = at;
  if (end < stack.length) setStack(draft, stack.slice(0, end));
}
