import { z } from 'zod';
import { mapping } from './mapping.ts';

/** How one operation is reached in a company's own system, where that is not as our OpenAPI document says. */
const reach = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  path: z.string().startsWith('/').optional().describe('With input fields in braces: /v2/shipments/{order_number}'),
  query: z
    .record(z.string(), mapping)
    .optional()
    .describe('Query parameters made from the input; without it: what is not in the path (GET, DELETE)'),
  body: mapping
    .optional()
    .describe('The body made from the input; without it: what is not in the path (other methods)'),
  response: mapping.optional().describe('Our fields made from the answer; without it: the answer as it is'),
  outcomes: z
    .array(
      z.strictObject({
        status: z.int().min(200).max(599),
        when: z.strictObject({ path: z.string(), is: z.union([z.string(), z.number(), z.boolean()]) }).optional(),
        outcome: z.string(),
      }),
    )
    .default([])
    .describe('Which answers mean which outcome; the first that fits'),
});
export type Reach = z.infer<typeof reach>;

const auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('bearer'), token: z.string().min(1) }),
  z.strictObject({ kind: z.literal('basic'), user: z.string(), password: z.string() }),
  z.strictObject({ kind: z.literal('header'), name: z.string().min(1), value: z.string().min(1) }),
]);

/** A company's own REST system: everything that can be set. */
export const companySystem = z.strictObject({
  name: z.string().min(1).describe('For logs and errors: "orders at example.com"'),
  base_url: z.url({ protocol: /^https?$/ }).describe('Every path stands below it; redirects are refused'),
  auth: auth.default({ kind: 'none' }),
  timeout_ms: z.int().min(50).max(60_000).default(2500).describe('For one try'),
  retries: z.int().min(0).max(5).default(2).describe('Further tries of a call that may be repeated'),
  back_off_ms: z.int().min(0).max(10_000).default(150).describe('Before the first further try; doubles each time'),
  breaker: z
    .strictObject({ failures: z.int().min(1).default(5), open_ms: z.int().min(100).default(15_000) })
    .prefault({})
    .describe('After so many failures in a row nothing is sent for so long'),
  operations: z.record(z.string(), reach).default({}).describe('By name of the operation'),
});
export type CompanySystem = z.infer<typeof companySystem>;
export type CompanySystemSettings = z.input<typeof companySystem>;
