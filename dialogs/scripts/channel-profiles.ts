import type { Capabilities } from '../protocol/capabilities.ts';

export const PROFILE_NAMES = [
  'webchat',
  'alexa',
  'teams',
  'sms',
  'whatsapp',
  'line',
  'messenger',
  'slack',
  'telegram',
  'phone',
  'email',
] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

const textPlace: Capabilities = {
  delivery: 'push',
  turnBudgetMs: 10_000,
  speech: false,
  screen: true,
  buttons: 0,
  buttonLabelLength: 20,
  cards: false,
  media: ['image'],
  maxTextLength: 2000,
  typing: false,
  bargeIn: false,
  proactive: 'free',
  agentMessages: true,
  purchase: 'full',
  humanEcho: false,
  audience: 'private',
};

const voicePlace: Capabilities = {
  ...textPlace,
  delivery: 'reply',
  speech: true,
  screen: false,
  media: [],
  bargeIn: true,
  agentMessages: false,
  proactive: 'never',
};

/**
 * What each kind of place can do, as data: the checker, the conversation scripts and `chat --channel` run with these, without any
 * platform's code. Limits as the platforms publish them; a private talk is assumed where a platform knows both kinds.
 */
export const CHANNEL_PROFILES: Readonly<Record<ProfileName, Capabilities>> = {
  webchat: {
    ...textPlace,
    buttons: 13,
    buttonLabelLength: 40,
    cards: true,
    media: ['image', 'file'],
    maxTextLength: 4000,
    typing: true,
  },
  alexa: {
    ...voicePlace,
    replyWithinMs: 8000,
    turnBudgetMs: 6500,
    maxTextLength: 8000,
    purchase: 'confirm_elsewhere',
    audience: 'shared',
  },
  teams: {
    ...textPlace,
    buttons: 3,
    buttonLabelLength: 40,
    cards: true,
    maxTextLength: 28_000,
    replyWithinMs: 15_000,
    typing: true,
  },
  sms: {
    ...textPlace,
    maxTextLength: 1600,
    media: [],
    countries: { JP: { direction: 'out' } },
  },
  whatsapp: {
    ...textPlace,
    buttons: 3,
    maxTextLength: 4096,
    media: ['image', 'audio', 'video', 'file'],
    typing: true,
    proactive: 'template-only',
    freeFormWindowHours: 24,
  },
  line: {
    ...textPlace,
    buttons: 13,
    cards: true,
    maxTextLength: 5000,
    media: ['image', 'video', 'audio'],
    typing: true,
  },
  messenger: {
    ...textPlace,
    buttons: 13,
    cards: true,
    media: ['image', 'audio', 'video', 'file'],
    typing: true,
    proactive: 'template-only',
    freeFormWindowHours: 24,
    humanEcho: true,
  },
  slack: {
    ...textPlace,
    buttons: 25,
    buttonLabelLength: 75,
    cards: true,
    maxTextLength: 3000,
    media: ['image', 'file'],
  },
  telegram: {
    ...textPlace,
    buttons: 100,
    buttonLabelLength: 40,
    maxTextLength: 4096,
    media: ['image', 'audio', 'video', 'file'],
    typing: true,
  },
  phone: {
    ...voicePlace,
    replyWithinMs: 15_000,
    turnBudgetMs: 3000,
    maxTextLength: 4096,
    agentMessages: true,
  },
  email: { ...textPlace, maxTextLength: 10_000, media: ['image', 'file'] },
};
