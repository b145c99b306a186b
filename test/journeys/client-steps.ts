import sharp from 'sharp';
import { type ApiClient, type Episode, type Recording, type Revision, type Show, take } from './client.js';
import { until } from './processes.js';

/** A square cover in one colour, as PNG. */
export function drawCover(side = 1400, background = '#0b6e6e'): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A picture as the body of a request, as it is. */
export const asPicture = (bytes: Buffer, type = 'image/png') => ({
  body: new Uint8Array(bytes) as never,
  bodySerializer: (body: unknown) => body as BodyInit,
  headers: { 'Content-Type': type },
});

/** Where a show is, as the typed client wants it. */
export const inShow = (showId: string) => ({ params: { path: { showId } } });
/** Where an episode is, as the typed client wants it. */
export const at = ({ showId, id: episodeId }: Pick<Episode, 'id' | 'showId'>) => ({
  params: { path: { showId, episodeId } },
});

export async function makeShow({ api }: ApiClient, title: string): Promise<Show> {
  const about = { description: 'Conversations about work.', author: 'Studio Nord', ownerEmail: 'podcast@example.org' };
  const body = { title, language: 'en-CA', category: 'Business', ...about };
  const show = await take(api.POST('/api/v1/shows', { body }));
  return take(api.PUT('/api/v1/shows/{showId}/cover', { ...inShow(show.id), ...asPicture(await drawCover()) }));
}

export function makeDraft({ api }: ApiClient, show: Pick<Show, 'id'>, title: string): Promise<Episode> {
  return take(api.POST('/api/v1/shows/{showId}/episodes', { ...inShow(show.id), body: { title } }));
}

export function getEpisode({ api }: ApiClient, episode: Episode): Promise<Episode> {
  return take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}', at(episode)));
}

export function getRecording({ api }: ApiClient, episode: Pick<Episode, 'id' | 'showId'>): Promise<Recording> {
  return take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/recording', at(episode)));
}

export function publish({ api }: ApiClient, episode: Episode): Promise<Episode> {
  return take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/publish', at(episode)));
}

const tus = { 'tus-resumable': '1.0.0' };

/** Announces a file over tus; a good answer's `Location` is where its bytes go. */
export function announce(
  client: ApiClient,
  { showId, id: episodeId }: Pick<Episode, 'id' | 'showId'>,
  bytes: number,
  filename = 'recording.wav',
): Promise<Response> {
  const metadata = Object.entries({ showId, episodeId, filename })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const headers = { ...tus, 'upload-length': String(bytes), 'upload-metadata': metadata };
  return client.ask('POST', '/api/v1/uploads', { headers });
}

/** The headers with which the bytes from `offset` on are sent. */
export const sendHeaders = (client: ApiClient, offset: number): Record<string, string> => ({
  ...client.headers(),
  ...tus,
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
});

/** How many bytes the server has safely. */
export async function offsetOf(client: ApiClient, location: string): Promise<number> {
  const answer = await client.ask('HEAD', location, { headers: tus });
  return Number(answer.headers.get('upload-offset') ?? NaN);
}

/** Sends a whole recording for an episode; the work on it begins behind. */
export async function upload(client: ApiClient, episode: Episode, bytes: Buffer, filename?: string): Promise<void> {
  const announced = await announce(client, episode, bytes.length, filename);
  if (announced.status !== 201) throw new Error(`${announced.status}: ${await announced.text()}`);
  const headers = sendHeaders(client, 0);
  const sent = await client.ask('PATCH', announced.headers.get('location')!, { headers, body: new Uint8Array(bytes) });
  if (sent.status !== 204) throw new Error(`${sent.status}: ${await sent.text()}`);
}

/** Waits until the work on the last recording of an episode has ended, well or badly. */
export async function waitForSound(client: ApiClient, episode: Pick<Episode, 'id' | 'showId'>): Promise<Revision> {
  let last: Revision | undefined;
  await until(async () => {
    last = (await getRecording(client, episode)).revisions[0];
    return ['done', 'failed', 'cancelled', 'needs-you'].includes(last?.state ?? '');
  }, 120);
  return last!;
}

/** An episode of a show with its sound, published. */
export async function publishSound(client: ApiClient, show: Show, title: string, sound: Buffer): Promise<Episode> {
  const episode = await makeDraft(client, show, title);
  await upload(client, episode, sound);
  const revision = await waitForSound(client, episode);
  if (revision.state !== 'done') throw new Error(`The sound is ${revision.state}: ${JSON.stringify(revision.error)}`);
  await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
  return publish(client, episode);
}
