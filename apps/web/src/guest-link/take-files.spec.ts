import { fastify } from 'fastify';
import { fileMax } from './form-file.js';
import { takeGuestFiles } from './take-files.js';

describe('the files of guests’ forms', () => {
  const [guest, other] = ['a'.repeat(40), 'b'.repeat(40)];
  const bodies: unknown[] = [];
  const app = fastify();
  let origin: string;
  beforeAll(async () => {
    takeGuestFiles(app, async (secret) => secret === guest);
    app.post('/*', async (request) => {
      bodies.push(request.body);
      return 'answered';
    });
    origin = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());
  beforeEach(() => void (bodies.length = 0));

  const send = async (path: string, bytes: number) => {
    const form = new FormData();
    form.set('photo', new Blob([new Uint8Array(bytes)]), 'x.jpg');
    const sent = fetch(origin + path, { method: 'POST', body: form });
    return sent.then(
      ({ status }) => status,
      () => 'cut off',
    );
  };

  it('are read for a guest', async () => {
    expect(await send(`/i/${guest}/me/photo?x=1`, 5_000)).toBe(200);
    expect((bodies[0] as Buffer).length).toBe(5_000);
  });

  it('are not kept for who guesses a secret, whatever they weigh', async () => {
    expect(await send(`/i/${other}/me/photo`, 5_000)).toBe(200);
    expect(bodies).toEqual([undefined]);
  });

  it('are no file when they are too large, and cut off far beyond that', async () => {
    expect(await send(`/i/${guest}/me/photo`, fileMax + 1)).toBe(200);
    expect(bodies).toEqual([undefined]);
    expect([413, 'cut off']).toContain(await send(`/i/${guest}/me/photo`, 4 * fileMax + 1));
  });

  it('are let through empty where a mail program unsubscribes (RFC 8058), as long as they are short', async () => {
    for (const path of [`/follow/${other}/stop`, `/i/${guest}/kit/off?mail=week`]) {
      expect(await send(path, 100)).toBe(200);
      expect([413, 'cut off']).toContain(await send(path, 1_000_000));
    }
    expect(bodies).toEqual([undefined, undefined]);
  });

  it('are refused anywhere else', async () => {
    expect(await send('/fr/f', 100)).toBe(415);
    expect(await send(`/i/${guest}/me/profile`, 100)).toBe(415);
  });
});
