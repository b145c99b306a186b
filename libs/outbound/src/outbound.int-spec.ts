import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readBytes } from './answer/body.js';
import { OutboundError, type OutboundReason } from './error.js';
import { head } from './head.js';
import { Outbound, type OutboundRequest } from './outbound.js';
import { openTestServer, outside, type TestServer, worldOf } from './testing/test-site.js';

const publicUrl = 'https://podcasts.example.org';
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

async function serve(listener: RequestListener): Promise<TestServer> {
  const server = await openTestServer(listener);
  opened.push(server);
  return server;
}

function client(options: Partial<ConstructorParameters<typeof Outbound>[0]>): Outbound {
  const outbound = new Outbound({ publicUrl, ...options });
  opened.push(outbound);
  return outbound;
}

/** A client to whom one server is the site `feeds.example`, and `canary.example` a name of the inside. */
async function siteOf(listener: RequestListener) {
  const server = await serve(listener);
  const canary = await serve((_request, response) => response.end('secret'));
  const names = {
    'feeds.example': () => [outside],
    'other.example': () => [outside],
    'canary.example': () => ['127.0.0.1'],
    'mixed.example': () => [outside, '10.0.0.1'],
    'nowhere.example': () => [],
  };
  const notes: object[] = [];
  const network = worldOf(names, server.port);
  const outbound = client({ network, log: { info: (fields) => notes.push(fields) } });
  return { server, canary, network, outbound, notes };
}

async function fails(promise: Promise<unknown>, reason: OutboundReason): Promise<OutboundError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OutboundError);
  expect(error).toMatchObject({ reason });
  return error as OutboundError;
}

async function text(outbound: Outbound, address: string, asked?: OutboundRequest): Promise<string> {
  return (await readBytes((await outbound.fetch(address, asked)).body)).toString();
}

describe('the guarded client', () => {
  it('hands over what a site outside answers, and says who asks', async () => {
    let agent: string | undefined;
    const { outbound, network } = await siteOf((request, response) => {
      agent = request.headers['user-agent'];
      response.setHeader('content-type', 'text/xml').end('<rss/>');
    });
    const answer = await outbound.fetch('http://feeds.example/feed');
    expect((await readBytes(answer.body)).toString()).toBe('<rss/>');
    expect(answer).toMatchObject({ status: 200, url: 'http://feeds.example/feed', redirects: [] });
    expect(agent).toBe(`Estrade (+${publicUrl})`);
    expect(network.asked).toEqual(['feeds.example']);
  });

  it.each(['canary.example', 'mixed.example'])('never connects to %s, whose addresses lead inside', async (host) => {
    const { outbound, canary, server, notes } = await siteOf((_request, response) => response.end());
    const error = await fails(outbound.fetch(`http://${host}:${canary.port}/`), 'inward');
    expect(error.status).toBe(422);
    expect([...canary.seen, ...server.seen]).toEqual([]);
    expect(notes).toEqual([{ host: `${host}:${canary.port}`, code: 'ADDRESS_NOT_FETCHED', reason: 'inward' }]);
  });

  it('says of an inner name what it says of one that does not exist (abuse:A14)', async () => {
    const { outbound, canary } = await siteOf((_request, response) => response.end());
    const inner = await fails(outbound.fetch(`http://canary.example:${canary.port}/`), 'inward');
    const none = await fails(outbound.fetch('http://missing.example/'), 'name');
    const empty = await fails(outbound.fetch('http://nowhere.example/'), 'name');
    for (const error of [none, empty]) {
      expect(error).toMatchObject({ code: inner.code, message: inner.message, status: inner.status, params: {} });
    }
  });

  it('connects to the address that was looked at, though the name has changed its mind since', async () => {
    const server = await serve((_request, response) => response.setHeader('connection', 'close').end('outside'));
    const canary = await serve((_request, response) => response.end('secret'));
    const answers = [[outside], ['127.0.0.1']];
    const network = worldOf({ 'rebind.example': () => answers.shift() ?? ['127.0.0.1'] }, server.port);
    const outbound = client({ network });
    const address = `http://rebind.example:${canary.port}/`;
    expect(await text(outbound, address)).toBe('outside');
    await fails(outbound.fetch(address), 'inward');
    expect(network.asked).toHaveLength(2);
    expect(canary.seen).toEqual([]);
  });

  it('asks nothing on loopback unless the setting names the origin', async () => {
    const server = await serve((_request, response) => response.end('inside'));
    await fails(client({}).fetch(server.origin), 'inward');
    expect(server.seen).toEqual([]);
    expect(await text(client({ allow: [server.origin] }), server.origin)).toBe('inside');
  });
});

describe('a redirect', () => {
  it.each<[string, OutboundReason]>([
    ['http://127.0.0.1:PORT/', 'inward'],
    ['http://canary.example:PORT/', 'inward'],
    ['http://2130706433:PORT/', 'inward'],
    ['//[::1]:PORT/', 'inward'],
    ['http://user@feeds.example/', 'credentials'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://feeds.example/', 'scheme'],
    ['http://feeds.example:22/', 'port'],
    ['', 'location'],
  ])('to %j is refused (abuse:A15)', async (location, reason) => {
    let target = '';
    const { outbound, canary } = await siteOf((_request, response) =>
      response.writeHead(302, target ? { location: target } : {}).end(),
    );
    target = location.replace('PORT', String(canary.port));
    await fails(outbound.fetch('http://feeds.example/'), reason);
    expect(canary.seen).toEqual([]);
  });

  it('is followed five times, not six', async () => {
    const { outbound, server } = await siteOf(({ url }, response) => {
      const left = Number(url?.slice(1));
      if (left > 0) response.writeHead(301, { location: `/${left - 1}` });
      response.end('there');
    });
    const answer = await outbound.fetch('http://feeds.example/5');
    expect((await readBytes(answer.body)).toString()).toBe('there');
    expect(answer.redirects).toHaveLength(5);
    expect(answer.redirects[0]).toEqual({ status: 301, to: 'http://feeds.example/4' });
    server.seen.length = 0;
    await fails(outbound.fetch('http://feeds.example/30'), 'redirects');
    expect(server.seen).toHaveLength(6);
  });

  it('is the answer itself where none is wanted (abuse:A48)', async () => {
    const { outbound, server } = await siteOf((_request, response) =>
      response.writeHead(302, { location: '/b' }).end(),
    );
    expect(await outbound.fetch('http://feeds.example/a', { maxRedirects: 0 })).toMatchObject({ status: 302 });
    expect(server.seen).toEqual(['GET /a']);
  });

  it('to another origin leaves secrets behind', async () => {
    const got: (string | undefined)[] = [];
    const { outbound } = await siteOf(({ url, headers }, response) => {
      got.push(headers.authorization);
      if (url === '/a') response.writeHead(307, { location: 'http://other.example/b' });
      response.end();
    });
    await text(outbound, 'http://feeds.example/a', { headers: { authorization: 'token' } });
    expect(got).toEqual(['token', undefined]);
  });
});

describe('what an answer may cost', () => {
  const endless: RequestListener = (_request, response) => {
    const part = Buffer.alloc(64 * 1024, 'x');
    const more = () => {
      while (response.writable && response.write(part));
    };
    response.on('drain', more).on('error', () => undefined);
    more();
  };

  it('ends a body without end at the limit', async () => {
    const { outbound } = await siteOf(endless);
    await fails(text(outbound, 'http://feeds.example/', { maxBytes: 300_000 }), 'size');
  });

  it('does not begin with a body whose length is announced as too much', async () => {
    const { outbound } = await siteOf((_request, response) =>
      response.writeHead(200, { 'content-length': 1e10 }).write('x'),
    );
    await fails(outbound.fetch('http://feeds.example/'), 'size');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('ends a %s bomb at the limit of what it unpacks to (abuse:A20)', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(50 * 1024 ** 2));
    expect(bomb.length).toBeLessThan(100_000);
    const { outbound } = await siteOf((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    );
    await fails(text(outbound, 'http://feeds.example/', { maxBytes: 1024 ** 2 }), 'size');
  });

  it('unpacks one layer, and none that it does not know', async () => {
    let encoding = 'gzip';
    const { outbound } = await siteOf((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync('words')),
    );
    expect(await text(outbound, 'http://feeds.example/')).toBe('words');
    encoding = 'gzip, gzip';
    await fails(text(outbound, 'http://feeds.example/'), 'encoding');
  });

  it('refuses what is not packed as announced', async () => {
    const { outbound } = await siteOf((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
    );
    await fails(text(outbound, 'http://feeds.example/'), 'encoding');
  });

  it('refuses heads without end', async () => {
    const { outbound } = await siteOf((_request, response) => {
      for (let i = 0; i < 40; i++) response.setHeader(`x-${i}`, 'y'.repeat(1_000));
      response.end();
    });
    await fails(outbound.fetch('http://feeds.example/'), 'headers');
  });

  it('gives up on silence before the head, and within the body', async () => {
    const { outbound } = await siteOf(({ url }, response) => {
      if (url === '/body') response.write('begun');
    });
    await fails(outbound.fetch('http://feeds.example/head', { idleMs: 100 }), 'idle');
    const error = await fails(text(outbound, 'http://feeds.example/body', { idleMs: 100 }), 'idle');
    expect(error).toMatchObject({ code: 'ANSWER_TOO_SLOW', transient: true });
  });

  it('gives up on a body that never stops dripping', async () => {
    const { outbound } = await siteOf((_request, response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    await fails(text(outbound, 'http://feeds.example/', { timeoutMs: 200 }), 'time');
  });

  it('calls a connection that breaks off worth another try', async () => {
    const { outbound } = await siteOf((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('x', () => response.destroy());
    });
    const error = await fails(text(outbound, 'http://feeds.example/'), 'connection');
    expect(error.transient).toBe(true);
  });

  it('ends with the caller, for the caller’s reason', async () => {
    const { outbound } = await siteOf((_request, response) => response.write('begun'));
    const ending = new AbortController();
    const body = (await outbound.fetch('http://feeds.example/', { signal: ending.signal })).body;
    const read = readBytes(body);
    ending.abort(new Error('the worker stops'));
    await expect(read).rejects.toThrow('the worker stops');
    await expect(outbound.fetch('http://feeds.example/', { signal: ending.signal })).rejects.toThrow(
      'the worker stops',
    );
  });
});

describe('a look at a file', () => {
  it('is a HEAD', async () => {
    const { outbound, server } = await siteOf((_request, response) =>
      response
        .writeHead(200, { 'content-length': 1_234, 'accept-ranges': 'bytes', 'content-type': 'audio/mpeg' })
        .end(),
    );
    expect(await head(outbound, 'http://feeds.example/a.mp3')).toMatchObject({
      status: 200,
      bytes: 1_234,
      takesRanges: true,
      contentType: 'audio/mpeg',
    });
    expect(server.seen).toEqual(['HEAD /a.mp3']);
  });

  it('asks for the first byte where HEAD is not known', async () => {
    const { outbound } = await siteOf(({ method, headers }, response) => {
      if (method === 'HEAD') return response.writeHead(405).end();
      expect(headers.range).toBe('bytes=0-0');
      return response.writeHead(206, { 'content-range': 'bytes 0-0/5678', 'content-type': 'audio/mp4' }).end('x');
    });
    expect(await head(outbound, 'http://feeds.example/a.m4a')).toMatchObject({
      status: 200,
      bytes: 5_678,
      takesRanges: true,
    });
  });

  it('reads no body of a server that knows neither', async () => {
    const { outbound } = await siteOf(({ method }, response) => {
      if (method === 'HEAD') return response.writeHead(501).end();
      return response.writeHead(200, { 'content-length': 5e10 }).write('x');
    });
    expect(await head(outbound, 'http://feeds.example/a.mp3')).toMatchObject({
      status: 200,
      bytes: 5e10,
      takesRanges: false,
    });
  });
});
