import { openAsBlob } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, openClient, ownerEnv, type Show, take } from '../journeys/client.js';
import { announce, at, makeDraft, makeShow, sendHeaders } from '../journeys/client-steps.js';
import { type Instance, startInstance } from '../journeys/instance.js';
import { childrenOf, commandOf, residentBytes, userSecondsOf } from './process-cost.js';

const lookEveryMs = 100;

/** What a recording cost from the moment its upload had ended until its MP3 was ready. */
export interface SoundJob {
  readonly wallSeconds: number;
  /** Of the worker and all that it started. */
  readonly userSeconds: number;
  /** Largest sum over the worker and its living children. */
  readonly peakBytes: number;
  /** Until the API told the first findings. */
  readonly findingsSeconds: number;
  /** Seconds from the wish to hear the half minute around a moment as another strength would make it until it can be heard. */
  readonly preview: (atMs: number) => Promise<number>;
  /** Writes the finished MP3 to a file. */
  readonly save: (file: string) => Promise<void>;
}

/** A production instance with its own Postgres, queue, storage and worker process, and somebody who uploads. */
export interface SoundInstance {
  readonly run: (file: string) => Promise<SoundJob>;
  readonly close: () => Promise<void>;
}

export async function openSoundInstance(): Promise<SoundInstance> {
  const env = { NODE_ENV: 'production', ALLOW_OLD_FFMPEG: '1', LOG_LEVEL: 'warn', ...ownerEnv };
  const instance = await startInstance({ env });
  const client = openClient(instance.origin);
  await client.signIn();
  const show = await makeShow(client, 'Bench');
  return {
    run: (file) => runJob(instance, client, show, file),
    close: () => instance.remove(),
  };
}

interface Look {
  readonly revisions: readonly {
    readonly state: string;
    readonly error: unknown;
    readonly report: { readonly findings?: unknown } | null;
  }[];
}

async function runJob(instance: Instance, client: ApiClient, show: Show, file: string): Promise<SoundJob> {
  const episode = await makeDraft(client, show, 'Episode of the bench');
  const path = `/api/v1/shows/${show.id}/episodes/${episode.id}/recording`;
  const worker = workerOf(instance.pid());
  const userBefore = userSecondsOf(worker);
  await send(client, episode, file);
  const began = process.hrtime.bigint();
  const seconds = (): number => Number(process.hrtime.bigint() - began) / 1e9;
  let peakBytes = 0;
  let findingsSeconds = 0;
  for (;;) {
    peakBytes = Math.max(peakBytes, residentBytes([worker]));
    const revision = ((await (await client.ask('GET', path)).json()) as Look).revisions[0];
    if (revision?.report?.findings && !findingsSeconds) findingsSeconds = seconds();
    if (revision?.state === 'done') break;
    if (revision && ['failed', 'cancelled', 'needs-you'].includes(revision.state)) {
      throw new Error(`${revision.state}: ${JSON.stringify(revision.error)}`);
    }
    await sleep(lookEveryMs);
  }
  const wallSeconds = seconds();
  return {
    ...{ wallSeconds, peakBytes, findingsSeconds },
    userSeconds: userSecondsOf(worker) - userBefore,
    preview: (atMs) => askPreview(client, { showId: show.id, episodeId: episode.id }, atMs),
    async save(target) {
      const answer = await client.ask('GET', `${path}/audio?which=after`);
      await writeFile(target, Buffer.from(await answer.arrayBuffer()));
    },
  };
}

async function askPreview(
  { api }: ApiClient,
  path: { showId: string; episodeId: string },
  atMs: number,
): Promise<number> {
  const began = process.hrtime.bigint();
  const previews = '/api/v1/shows/{showId}/episodes/{episodeId}/sound/previews';
  const { id } = await take(api.POST(previews, { params: { path }, body: { atMs, own: { strength: 0.6 } } }));
  for (;;) {
    const asked = api.GET(`${previews}/{previewId}`, { params: { path: { ...path, previewId: id } } });
    const { state } = await take(asked);
    if (state === 'done') return Number(process.hrtime.bigint() - began) / 1e9;
    if (state === 'failed' || state === 'cancelled') throw new Error(`A preview ended as ${state}.`);
    await sleep(lookEveryMs);
  }
}

async function send(client: ApiClient, episode: Parameters<typeof at>[0], file: string): Promise<void> {
  const { size } = await stat(file);
  const announced = await announce(client, episode, size, basename(file));
  if (announced.status !== 201) throw new Error(`${announced.status}: ${await announced.text()}`);
  const sent = await client.ask('PATCH', announced.headers.get('location')!, {
    headers: sendHeaders(client, 0),
    body: await openAsBlob(file),
  });
  if (sent.status !== 204) throw new Error(`${sent.status}: ${await sent.text()}`);
}

/** The worker is the child of the main process that is Node; the other one is Postgres. */
function workerOf(pid: number): number {
  const found = childrenOf(pid).find((child) => commandOf(child).includes('/worker/src/main.js'));
  if (!found) throw new Error('There is no worker process.');
  return found;
}
