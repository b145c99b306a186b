import { createHash, randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { type ApiClient, openClient, ownerEnv, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { announce, getRecording, makeDraft, makeShow, offsetOf, sendHeaders, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { childrenOf, killHard, processesNaming, until } from './processes.js';

jest.setTimeout(180_000);

const recording = makeRecording({ seconds: 69, rate: 96_000 });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
let instance: Instance;
let client: ApiClient;

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
});
afterAll(() => instance?.remove());

describe('an upload whose server is killed', () => {
  it('resumes after each kill -9 and is stored byte for byte as it was sent', async () => {
    expect(recording.length).toBeGreaterThan(25 * 1024 ** 2);
    const show = await makeShow(client, 'Interrupted');
    const episode = await makeDraft(client, show, 'Sent in pieces');
    const location = (await announce(client, episode, recording.length)).headers.get('location')!;

    let safe = 0;
    for (const kill of [killServer, killEverything, killServer, killServer]) {
      const target = randomInt(safe + 1, safe + 1 + Math.floor((recording.length - safe) / 3));
      await sendUntilGone(location, safe, target, kill);
      await instance.restart();
      const offset = await offsetOf(client, location);
      expect(offset).toBeGreaterThan(safe);
      expect(offset).toBeLessThanOrEqual(target);
      expect((await getRecording(client, episode)).upload).toMatchObject({ state: 'receiving' });
      safe = offset;
    }

    const rest = await client.ask('PATCH', location, {
      headers: sendHeaders(client, safe),
      body: new Uint8Array(recording.subarray(safe)),
    });
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(recording.length)]);
    const digest = { params: { path: { id: location.split('/').at(-1)! } }, body: { sha256: sha256(recording) } };
    expect(await take(client.api.POST('/api/v1/uploads/{id}/digest', digest))).toEqual({ same: true });

    const address = `/api/v1/shows/${show.id}/episodes/${episode.id}/recording/audio?which=before`;
    const stored = await client.ask('GET', address);
    expect(sha256(new Uint8Array(await stored.arrayBuffer()))).toBe(sha256(recording));
    expect(await waitForSound(client, episode)).toMatchObject({ state: 'done', number: 1 });
  });
});

const killServer = () => instance.kill();

/** Server, worker and database at once, as when the machine loses its power. */
async function killEverything(): Promise<void> {
  const pids = [...childrenOf(instance.pid()), ...processesNaming(instance.dataDir)];
  await instance.kill();
  pids.forEach(killHard);
  await until(() => processesNaming(instance.dataDir).length === 0);
}

/** Sends bytes up to `target` and has the server killed, in the middle of the request, when it has stored some of them. */
async function sendUntilGone(location: string, from: number, target: number, kill: () => Promise<void>): Promise<void> {
  const headers = { ...sendHeaders(client, from), 'content-length': recording.length - from };
  const sending = request(`${instance.origin}${location}`, { method: 'PATCH', headers });
  const gone = new Promise<void>((resolve) => {
    sending.on('error', () => resolve());
    sending.on('close', () => resolve());
  });
  const piece = 128 * 1024;
  for (let at = from; at < target; at += piece) {
    const bytes = recording.subarray(at, Math.min(at + piece, target));
    await Promise.race([gone, new Promise((resolve) => sending.write(bytes, resolve))]);
  }
  const staged = join(instance.dataDir, 'uploads', location.split('/').at(-1)!);
  await until(async () => (await stat(staged)).size > from);
  await kill();
  await gone;
}
