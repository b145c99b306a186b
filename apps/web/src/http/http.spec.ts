import { fastify } from 'fastify';
import { createLog } from '#libs/config';
import { matchesEtag } from '../page/encoded.js';
import { chooseEncoding } from './accept-encoding.js';
import { canonicalPath } from './canonical.hook.js';
import { Hits } from './hits.js';

describe('the one form of an address', () => {
  it.each([
    ['/fr/mnc', undefined],
    ['/', undefined],
    ['/fr/mnc?T=Upper', undefined],
    ['/fr/', '/fr'],
    ['/FR/Mnc/', '/fr/mnc'],
    ['//evil.example', '/evil.example'],
    ['///', '/'],
    ['/\\evil.example/x', '/evil.example/x'],
    ['/fr/%C3%89t', undefined],
    ['/fr/%C3%89T/?a=B', '/fr/%C3%89t?a=B'],
  ])('%s → %s', (from, to) => {
    expect(canonicalPath(from)).toBe(to);
  });
});

describe('negotiation', () => {
  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['identity', 'identity'],
    ['br;q=0, *;q=0', 'identity'],
  ])('%s chooses %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });

  it('compares ETags weakly and as a list', () => {
    expect(matchesEtag('"a", W/"b"', '"b"')).toBe(true);
    expect(matchesEtag('*', '"b"')).toBe(true);
    expect(matchesEtag('"a"', '"b"')).toBe(false);
    expect(matchesEtag(undefined, '"b"')).toBe(false);
  });
});

describe('the log of hits', () => {
  it('counts by path and class, tells failures at once, and never a query or an address', async () => {
    const lines: string[] = [];
    const hits = new Hits(createLog({ logLevel: 'info' }, 'web', { write: (line: string) => void lines.push(line) }));
    const app = fastify();
    hits.listenTo(app);
    app.get('/m/*', async () => 'x');
    app.get('/bad', async (_, reply) => reply.code(503).send('no'));
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    for (let i = 0; i < 3; i += 1) await fetch(`${origin}/m/a.mp3?secret=1`);
    await fetch(`${origin}/bad`);
    await fetch(`${origin}/nowhere/${encodeURIComponent('\n${jndi}')}`);
    await app.close();
    expect(lines).toHaveLength(1);
    hits.stop();
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told[0]).toMatchObject({ level: 'error', path: '/bad', status: 503 });
    expect(told.slice(1)).toEqual([
      expect.objectContaining({ path: '/m/a.mp3', status: '2xx', count: 3 }),
      expect.objectContaining({ path: 'unknown', status: '4xx', count: 1 }),
    ]);
    expect(lines.join('')).not.toMatch(/secret|127\.0\.0\.1|jndi/);
  });
});
