import type { Push } from './push.entity.js';

/** The HTTP request that a push is. */
export interface PushMessage {
  readonly address: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/**
 * WebSub leaves the publisher's message open; every hub takes `hub.mode=publish` and `hub.url` as a form (WebSub,
 * section 7; PubSubHubbub 0.4). A podping is a GET with `url`, `reason` and `medium`, and the token as the operator of the
 * podping server gave it (podping.cloud's HTTP front end).
 */
export function toPushMessage(push: Pick<Push, 'target' | 'address' | 'topic' | 'medium'>, token = ''): PushMessage {
  const { target, address, topic, medium } = push;
  if (target === 'podping') {
    const url = new URL(address);
    for (const [name, value] of Object.entries({ url: topic, reason: 'update', medium })) {
      url.searchParams.set(name, value);
    }
    return { address: url.href, method: 'GET', headers: { authorization: token } };
  }
  return {
    address,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic }).toString(),
  };
}
