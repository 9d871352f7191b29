import { z } from 'zod';
import { HANDOFF_REASONS } from './command.ts';
import { IDENTITY_LEVELS } from './identity.ts';
import { LOCALES } from './locale.ts';

const instant = z.iso.datetime().describe('ISO 8601 in UTC.');
const share = z.number().min(-1).max(1);

export const JOURNEY_PHASES = [
  'need',
  'research',
  'select',
  'buy',
  'first_use',
  'use_and_support',
  'promote_or_criticise',
  'renew',
] as const;

/** Where the talk happens. */
const conversation = z.strictObject({
  id: z.string().min(1),
  channel: z.string().min(1),
  threadId: z.string(),
  locale: z.enum(LOCALES),
  timeZone: z.string(),
  startedAt: instant,
  turns: z.int().min(0),
  device: z.string().optional(),
  page: z.string().optional(),
  continuedFrom: z.array(z.string()).optional(),
});

/** Who it is: bands, never raw money; `nameReading` is furigana. */
const customer = z.strictObject({
  id: z.string().optional(),
  displayName: z.string().optional(),
  nameReading: z.string().optional(),
  identifiers: z.array(z.strictObject({ kind: z.string(), value: z.string(), verified: z.boolean() })),
  tier: z.string().optional(),
  valueBand: z.string().optional(),
  tenureDays: z.int().min(0).optional(),
  preferredChannel: z.string().optional(),
  language: z.enum(LOCALES),
  accessibility: z.array(z.string()).optional(),
});

const journey = z.strictObject({
  phase: z.enum(JOURNEY_PHASES),
  since: instant.optional(),
  daysSincePurchase: z.int().min(0).optional(),
  renewalAt: z.string().optional(),
  churnRisk: z.strictObject({ score: z.number().min(0).max(1), why: z.array(z.string()) }).optional(),
});

/** What the agent may disclose or do without checking again. */
const identity = z.strictObject({
  level: z.enum(IDENTITY_LEVELS),
  proves: z.strictObject({ customer: z.string().optional(), order: z.string().optional() }).optional(),
  method: z.string().optional(),
  at: instant.optional(),
  expiresAt: instant.optional(),
  evidence: z.string().optional(),
});

const reason = z.strictObject({
  code: z.enum(HANDOFF_REASONS),
  trigger: z.enum(['customer', 'bot', 'policy', 'agent', 'system']),
  detail: z.string().optional(),
  turnId: z.string().optional(),
});

const request = z.strictObject({
  goal: z.string().describe('What the customer wants, in one line.'),
  intent: z.string().optional(),
  confidence: z.number().min(0).max(1).optional(),
  topics: z.array(z.string()),
  urgency: z.int().min(0).max(3),
  deadline: instant.optional(),
});

const summary = z.strictObject({
  text: z.string().max(600),
  lang: z.enum(LOCALES),
  by: z.enum(['template', 'model', 'human']),
  citesTurns: z.array(z.int().min(0)),
});

const collected = z.strictObject({
  key: z.string(),
  label: z.string(),
  value: z.json(),
  source: z.enum(['said', 'crm', 'device', 'inferred']),
  confirmed: z.boolean(),
  turnId: z.string().optional(),
  pii: z.boolean().optional(),
});

const attempt = z.strictObject({
  what: z.string(),
  at: instant,
  result: z.enum(['ok', 'failed', 'declined']),
  ref: z.string().optional(),
  error: z.string().optional(),
});

const told = z.strictObject({ what: z.string(), at: instant, turnId: z.string() });
const open = z.strictObject({ question: z.string(), whyNeeded: z.string() });

const emotion = z.strictObject({
  now: share,
  trend: z.enum(['falling', 'level', 'rising']),
  low: share,
  signals: z.array(z.string()),
});

const reference = z.strictObject({
  type: z.enum(['order', 'shipment', 'asset', 'contract', 'case', 'cart', 'invoice']),
  id: z.string(),
  label: z.string(),
  status: z.string().optional(),
  url: z.string().optional(),
});

const promise = z.strictObject({ what: z.string(), due: z.string(), owner: z.string(), state: z.string() });

const contact = z.strictObject({
  at: instant,
  channel: z.string(),
  topic: z.string(),
  outcome: z.string(),
  agentId: z.string().optional(),
  csat: z.number().optional(),
});

const transcript = z.strictObject({
  mode: z.enum(['inline', 'link', 'both']),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        at: instant,
        by: z.enum(['customer', 'bot', 'agent', 'system']),
        kind: z.enum(['text', 'event']),
        text: z.string(),
        attachments: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  from: instant,
  truncated: z.boolean(),
  url: z.string().optional(),
  sha256: z.string().describe('Empty until operations/handoff has signed the context.'),
  redaction: z.string(),
});

const suggestion = z.strictObject({
  kind: z.enum(['reply', 'action', 'article']),
  text: z.string().optional(),
  ref: z.string().optional(),
  why: z.string(),
  source: z.string(),
});

const routing = z.strictObject({
  skills: z.array(
    z.strictObject({
      name: z.string(),
      level: z.int().optional(),
      required: z.boolean(),
      relaxAfterS: z.int().min(0).optional(),
    }),
  ),
  language: z.enum(LOCALES),
  priority: z.int().min(0).max(100),
  priorityWhy: z.array(z.string()),
  preferred: z.array(z.strictObject({ agentId: z.string(), why: z.string(), holdS: z.int().min(0) })),
  queueHint: z.string().optional(),
  modality: z.enum(['chat', 'voice', 'async']),
  units: z.number().min(0),
});

const wait = z.strictObject({
  position: z.int().min(1).optional(),
  low: z.number().min(0).optional(),
  mid: z.number().min(0).optional(),
  high: z.number().min(0).optional(),
  method: z.string(),
  confidence: z.number().min(0).max(1),
  asOf: instant,
  callback: z
    .strictObject({ at: instant.optional(), window: z.string().optional(), number: z.string().optional() })
    .optional(),
});

const consent = z.strictObject({
  shareWithAgent: z.boolean(),
  record: z.boolean(),
  store: z.boolean(),
  purposes: z.array(z.string()),
  noticeVersion: z.string(),
  at: instant,
  turnId: z.string(),
});

/**
 * What a person needs to take over without asking twice. Plain JSON, versioned, checked at every border, stored as it was written;
 * later facts are appended as events.
 * @example handoffContext.parse(record.body).summary.text // "Wants to know when order AB123456 comes (turn 2). …"
 */
export const handoffContext = z.strictObject({
  schema: z.literal('handoff/1'),
  /** Also the idempotency key towards every desk. */
  id: z.string().min(1),
  tenant: z.string().min(1),
  createdAt: instant,
  controlEpoch: z.int().min(0),
  conversation,
  customer,
  journey,
  identity,
  reason,
  request,
  summary,
  collected: z.array(collected),
  attempts: z.array(attempt),
  told: z.array(told),
  open: z.array(open),
  emotion: emotion.optional(),
  refs: z.array(reference),
  promises: z.array(promise),
  history: z.array(contact).max(10),
  transcript,
  suggest: z.array(suggestion),
  routing,
  wait: wait.optional(),
  consent,
  privacy: z.strictObject({
    redactions: z.record(z.string(), z.int().min(0)),
    labels: z.array(z.string()),
    retentionClass: z.string(),
  }),
  resume: z.strictObject({
    onClose: z.string(),
    onNoAgent: z.string(),
    onAbandon: z.string(),
    stateRef: z.string(),
    survey: z.string().optional(),
  }),
  provenance: z.strictObject({
    bot: z.string(),
    dialogVersion: z.string(),
    nlu: z.string(),
    rulesVersion: z.string(),
    signature: z.string().describe('HMAC over the canonical JSON; empty until operations/handoff has signed it.'),
  }),
});

export type HandoffContext = z.infer<typeof handoffContext>;
