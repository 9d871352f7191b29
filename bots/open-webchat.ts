import type { Channel } from '../channels/channel.ts';
import { createWebchatChannel, signCustomerToken } from '../channels/webchat/index.ts';
import { CHANNEL_PROFILES } from '../dialogs/scripts/channel-profiles.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Settings } from './config.ts';
import type { Stores } from './open-stores.ts';
import { shareRates } from './share-rates.ts';

export interface Webchat {
  readonly channel: Channel;
  /** Signs the token by which the demo shop's page says who is signed in. */
  readonly signCustomer: (customerId: string) => Promise<string>;
  stop(): void;
}

/** How long the demo shop's word on who is signed in can be used to begin a conversation. */
const PAGE_TOKEN_SECONDS = 3600;

/** The web chat, over what is kept. */
export async function openWebchat(settings: Settings, stores: Stores, now: Clock, tenant: string): Promise<Webchat> {
  const customerTokens = {
    key: settings.CUSTOMER_TOKEN_SECRET
      ? new TextEncoder().encode(settings.CUSTOMER_TOKEN_SECRET)
      : await stores.key('customer'),
    issuer: settings.CUSTOMER_TOKEN_ISSUER,
    audience: settings.CUSTOMER_TOKEN_AUDIENCE,
    verifiedSeconds: settings.VERIFIED_SECONDS,
  };
  const rates = {
    conversations: settings.RATE_CONVERSATIONS,
    requests: settings.RATE_REQUESTS,
    messages: settings.RATE_MESSAGES,
  };
  const shared = stores.addTaken && shareRates(rates, stores.addTaken);
  const config = {
    accountId: tenant,
    tokenKey: await stores.key('session'),
    tokenSeconds: settings.SESSION_TOKEN_SECONDS,
    refreshSeconds: settings.SESSION_REFRESH_SECONDS,
    customerTokens,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    photoFolder: stores.photoFolder,
    log: stores.log,
    rates,
    ...(shared ? { sharedRates: shared } : {}),
    now,
  };
  return {
    channel: createWebchatChannel(config, CHANNEL_PROFILES.webchat),
    signCustomer: (id) => signCustomerToken(customerTokens, id, now(), PAGE_TOKEN_SECONDS),
    stop: () => shared?.stop(),
  };
}
