import type { ProfileName } from '../dialogs/scripts/channel-profiles.ts';

/** Where this bot is meant to speak: its dialogs are checked for all of these. */
export const BOT_CHANNELS: readonly ProfileName[] = [
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
];
