import { toPushMessage } from './message.plan.js';

const topic = 'https://pod.example.org/vérité/feed.xml?a=1&b=2';

describe('a push', () => {
  it('to a hub is a form with the feed’s address', () => {
    const message = toPushMessage({ target: 'websub', address: 'https://hub.example/x', topic, medium: 'podcast' });
    expect(message).toMatchObject({ address: 'https://hub.example/x', method: 'POST' });
    expect(message.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const form = new URLSearchParams(message.body);
    expect(Object.fromEntries(form)).toEqual({ 'hub.mode': 'publish', 'hub.url': topic });
  });

  it('to a podping server is a GET with address, reason and medium, and the operator’s token', () => {
    const push = { target: 'podping' as const, address: 'https://ping.example/?x=1', topic, medium: 'music' };
    const { address, method, headers, body } = toPushMessage(push, 'Bearer secret');
    expect([method, body, headers]).toEqual(['GET', undefined, { authorization: 'Bearer secret' }]);
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      x: '1',
      url: topic,
      reason: 'update',
      medium: 'music',
    });
  });
});
