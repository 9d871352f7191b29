/** Opaque to everyone but the conversation store, which writes its partition into it. */
export type ConversationId = string;
/** Identity of one inbound event for de-duplication: the platform's own message id, or ours for timers and results. */
export type EventId = string;
/** Path of the flow's folder below `flows/`: `order-status`, `patterns/no-match`. */
export type FlowId = string;
/** snake_case, unique in its flow, never reused for another meaning. */
export type StepId = string;
/** `<flow>.<key>`, always full inside the engine: `order-status.order_delayed`. */
export type TextKey = string;
export type ActionName = string;
export type CallId = string;
export type TimerId = string;
export type TurnId = string;
export type MessageId = string;
export type CustomerId = string;
export type OrderNumber = string;
/** ISO 8601 in UTC with milliseconds: `2026-11-24T09:00:00.000Z`. */
export type Instant = string;
export type ChannelName = string;
