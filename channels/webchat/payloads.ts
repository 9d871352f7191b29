import { z } from 'zod';
import type { Json } from '../../dialogs/protocol/value.ts';

/** What the page sends and gets. Field names are the API's; see README.md. */
const locale = z.enum(['en', 'ja']);

const json: z.ZodType<Json> = z.json();

export const newConversation = z
  .object({
    locale: z.string().max(35).optional().describe('BCP 47; the best of en and ja is taken'),
    customer_token: z.string().max(4096).optional().describe('JWT of the shop: who is signed in on this page'),
    zone: z.string().max(64).optional().describe('IANA time zone of the customer'),
  })
  .default({});

export const session = z.object({
  conversationId: z.string(),
  token: z.string(),
  expiresIn: z.int().describe('Seconds'),
});

export const tokenRequest = z
  .object({
    customer_token: z.string().max(4096).optional().describe('The customer signed in meanwhile'),
    locale: z.string().max(35).optional(),
  })
  .default({});

const attachment = z.union([
  z.object({
    mediaType: z.string().max(100),
    name: z.string().max(200).optional(),
    data: z.base64().min(1).describe('The photo, at most 10 MB before encoding'),
  }),
  z.object({
    mediaType: z.string().max(100).optional(),
    name: z.string().max(200).optional(),
    url: z.string().regex(/^\/webchat\/files\/[\w-]{16,64}$/, 'only what was uploaded to /files'),
  }),
]);
export type AttachmentPayload = z.infer<typeof attachment>;

const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:-]+$/, 'letters, digits and . : _ - only')
  .describe('Made by the client: sending the same id again does nothing');

export const customerMessage = z.union([
  z.strictObject({ id, text: z.string().max(20_000) }),
  z.strictObject({ id, choice: json, label: z.string().max(500).optional().describe('What the customer saw on it') }),
  z.strictObject({ id, attachment }),
]);
export type CustomerMessage = z.infer<typeof customerMessage>;

export const uploaded = z.object({ url: z.string(), mediaType: z.string() });

const button = z.union([
  z.object({ text: z.string(), choose: json }),
  z.object({ text: z.string(), open: z.string() }),
]);

const card = z.object({
  title: z.string(),
  subtitle: z.string().optional(),
  image: z.object({ url: z.string(), alt: z.string() }).optional(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  buttons: z.array(button).optional(),
  get items() {
    return z.array(card).optional();
  },
  shape: z.enum(['plain', 'timeline', 'product', 'comparison', 'guide']).optional(),
  timeline: z
    .array(z.object({ label: z.string(), at: z.string().optional(), state: z.enum(['done', 'now', 'next']) }))
    .optional(),
});

/** One message as the event stream carries it. */
export const shownMessage = z.object({
  id: z.string(),
  from: z.enum(['bot', 'agent', 'customer']),
  agentName: z.string().optional(),
  locale: locale.optional(),
  at: z.string().describe('ISO 8601 in UTC'),
  text: z.string(),
  choices: z.array(z.object({ value: json, label: z.string() })),
  card: card.optional(),
  media: z
    .object({
      kind: z.enum(['image', 'audio', 'video', 'file']),
      url: z.string(),
      alt: z.string(),
      caption: z.string().optional(),
    })
    .optional(),
  listen: z.boolean().optional().describe('The bot waits for an answer'),
});
export type ShownMessage = z.infer<typeof shownMessage>;

export const transcript = z.object({
  conversationId: z.string(),
  messages: z.array(shownMessage.pick({ id: true, from: true, agentName: true, at: true, text: true })),
});
