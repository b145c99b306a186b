import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, type Episode, openClient, ownerEnv, take } from '../journeys/client.js';
import { makeRecording } from '../journeys/client-recordings.js';
import {
  at,
  getEpisode,
  inShow,
  makeDraft,
  makeShow,
  publish,
  upload,
  waitForSound,
} from '../journeys/client-steps.js';
import { startInstance } from '../journeys/instance.js';
import type { Row } from './table.js';

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const lookEveryMs = 200;
const clipSeconds = 30;
const captionSeconds = 5;

/**
 * The reference kit of `ux:K-09`, asked of a production instance whose sound is ready: how long a guest's images take,
 * and two clips of half a minute in three shapes with captions in both languages, with all that belongs to them.
 */
export async function benchKit(): Promise<Row[]> {
  const env = { NODE_ENV: 'production', ALLOW_OLD_FFMPEG: '1', LOG_LEVEL: 'warn', ...ownerEnv };
  const instance = await startInstance({ env });
  try {
    const client = openClient(instance.origin);
    await client.signIn();
    const episode = await anInterview(client);
    return [await imagesRow(client, episode), ...(await clipRows(client, episode))];
  } finally {
    await instance.remove();
  }
}

/** Out, with a guest, and captions in two languages; who is heard is asked of nobody, as this is about machines. */
async function anInterview(client: ApiClient): Promise<Episode> {
  const { api } = client;
  const show = await makeShow(client, 'Marketing Without Detours');
  const body = { approval: 'none', hours: 72, silence: 'unused' } as const;
  await take(api.PUT('/api/v1/shows/{showId}/review-rules', { ...inShow(show.id), body }));
  const draft = await makeDraft(client, show, 'Dates, not logos');
  await upload(client, draft, makeRecording({ seconds: 2 * clipSeconds + 5 }));
  const { state, error } = await waitForSound(client, draft);
  if (state !== 'done') throw new Error(`The sound is ${state}: ${JSON.stringify(error)}`);
  const versions = async () => (await getEpisode(client, draft)).working.versions;
  const title = { disclaimer: '', title: 'Directrice' };
  const texts = (['fr', 'en'] as const).map((lang) => ({ lang, ...title }));
  const people = [{ name: 'Marie-Hélène Côté', role: 'guest' as const, organisation: 'Atelier Nord', texts }];
  await take(api.PUT(`${path}/people`, { ...at(draft), body: { version: (await versions()).people, people } }));
  for (const [lang, words] of [
    ['en', 'You earn trust with a date you keep, number'],
    ['fr', 'La confiance se gagne avec une date tenue, numéro'],
  ] as const) {
    const { transcripts: version } = await versions();
    const params = { path: { ...at(draft).params.path, lang } };
    await take(api.PUT(`${path}/transcripts/{lang}`, { params, body: { version, text: captions(words) } }));
  }
  while ((await getEpisode(client, draft)).blockers.length > 0) await sleep(lookEveryMs);
  return publish(client, draft);
}

function captions(words: string): string {
  const time = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;
  const cues = Array.from({ length: (2 * clipSeconds) / captionSeconds }, (_, i) => {
    const from = i * captionSeconds;
    return `${time(from)} --> ${time(from + captionSeconds)}\n<v Marie-Hélène Côté>${words} ${i + 1}.\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** Cards in four shapes and two languages, codes, signatures, slides and transcripts of one guest. */
async function imagesRow({ api }: ApiClient, episode: Episode): Promise<Row> {
  const read = async () => (await take(api.GET(`${path}/kits`, at(episode)))).items.flatMap(({ pieces }) => pieces);
  const { people } = await take(api.GET(`${path}/highlights`, at(episode)));
  const since = clock();
  await take(api.POST(`${path}/kits`, { ...at(episode), body: { personId: people[0]!.personId } }));
  const made = await untilReady(read);
  const pixels = made.filter(({ width }) => width > 0).length;
  return {
    ...{ what: 'images of a kit, and its other small files', value: since(), unit: 's', must: { atMost: 20 } },
    note: `${pixels} pictures, ${made.length} files`,
  };
}

async function clipRows({ api }: ApiClient, episode: Episode): Promise<Row[]> {
  const read = async () => (await take(api.GET(`${path}/highlights`, at(episode)))).files;
  const since = clock();
  for (const startMs of [0, clipSeconds * 1000]) {
    const body = { startMs, endMs: startMs + clipSeconds * 1000, isExact: true };
    await take(api.POST(`${path}/clips`, { ...at(episode), body }));
  }
  let first = 0;
  const isFilm = ({ kind }: { kind: string }) => kind === 'clip';
  const wanted = 2 * 3 * 2;
  const made = await untilReady(async () => {
    const files = await read();
    if (!first && files.some((file) => isFilm(file) && file.state === 'ready')) first = since();
    return files.filter(isFilm).length === wanted ? files : [];
  });
  const films = made.filter(({ kind }) => kind.startsWith('clip') && !/audio|srt|vtt/.test(kind)).length;
  const megabytes = Math.round(made.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
  const note = `${films} films, ${made.length} files, ${megabytes} MB, ${availableParallelism()} processors`;
  return [
    { what: 'the first film of a clip', value: first, unit: 's' },
    { what: 'two clips of 30 s, three shapes, two captions', value: since(), unit: 's', must: { atMost: 240 }, note },
  ];
}

/** Looks until there are files and all are ready. @throws when one failed. */
async function untilReady<T extends { state: string; error: string; fileName: string }>(
  read: () => Promise<T[]>,
): Promise<T[]> {
  for (;;) {
    const files = await read();
    const failed = files.find(({ state }) => state === 'failed');
    if (failed) throw new Error(`${failed.fileName}: ${failed.error}`);
    if (files.length > 0 && files.every(({ state }) => state === 'ready')) return files;
    await sleep(lookEveryMs);
  }
}

function clock(): () => number {
  const began = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - began) / 1e9;
}
