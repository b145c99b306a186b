import { decodeText, parseTranscript, type Segment } from '#libs/catalog';
import { EstradeError } from '#libs/kernel';
import { AnswerRefused, readBytes } from '#libs/outbound';
import type { FeedProblem, ImportedChannel, ImportedChapter, ImportedItem } from '../feed-document/imported-feed.js';
import { toLanguageTag } from '../feed-document/language.plan.js';
import { readChapters } from './chapters.plan.js';
import type { ImportDeps } from './import.deps.js';
import { fetchPicture } from './make.handler.js';
import { toChapters } from './to-episode.plan.js';

/** What lies beside an item's file. */
export interface Extras {
  readonly cover?: { key: string; width: number };
  readonly chapters?: ImportedChapter[];
  readonly transcripts: { lang: string; segments: Segment[]; isTimed: boolean }[];
  readonly problems: FeedProblem[];
}

const textBytes = 20 * 1024 ** 2;
/** The first of a language that can be read is kept. */
const bestFirst = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'application/json',
  'text/html',
  'text/plain',
];

/** Fetches picture, chapters and transcripts of an item. What fails is told, and keeps nothing else from coming. */
export async function bringExtras(
  deps: ImportDeps,
  item: ImportedItem,
  channel: Pick<ImportedChannel, 'imageUrl' | 'language'>,
  signal: AbortSignal,
): Promise<Extras> {
  const problems: FeedProblem[] = [];
  const orTell = async <T>(code: FeedProblem['code'], work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !(error instanceof EstradeError) || error.status >= 500) throw error;
      problems.push({ code, params: { reason: error.code } });
      return undefined;
    }
  };
  const { imageUrl, chaptersUrl, chapters: inside } = item;
  const hasOwn = imageUrl !== '' && imageUrl !== channel.imageUrl;
  const cover = hasOwn
    ? await orTell('PICTURE_UNFIT', async () => deps.images.acceptCover(await fetchPicture(deps, imageUrl, signal)))
    : undefined;
  const chapters =
    chaptersUrl && inside.length === 0
      ? await orTell('CHAPTERS_FAILED', async () =>
          toChapters(readChapters(await fetchText(deps, chaptersUrl, signal), chaptersUrl)),
        )
      : undefined;
  const transcripts = await bringTranscripts(deps, item, channel, signal, orTell);
  return { cover, chapters, transcripts, problems };
}

async function bringTranscripts(
  deps: ImportDeps,
  { transcripts, persons }: ImportedItem,
  channel: Pick<ImportedChannel, 'language'>,
  signal: AbortSignal,
  orTell: <T>(code: FeedProblem['code'], work: () => Promise<T>) => Promise<T | undefined>,
): Promise<Extras['transcripts']> {
  const known = persons.map(({ name }) => name);
  const found = new Map<string, Extras['transcripts'][number]>();
  const rank = (type: string) => (bestFirst.indexOf(type) + bestFirst.length + 1) % (bestFirst.length + 1);
  for (const { url, language } of [...transcripts].sort((a, b) => rank(a.type) - rank(b.type))) {
    const lang = toLanguageTag(language) || channel.language || 'en';
    if (found.has(lang)) continue;
    const parsed = await orTell('TRANSCRIPT_FAILED', async () =>
      parseTranscript(await fetchText(deps, url, signal), { known }),
    );
    const { segments = [], isTimed = false, refusals = [] } = parsed ?? {};
    if (segments.length > 0 && refusals.length === 0) found.set(lang, { lang, segments, isTimed });
  }
  return [...found.values()];
}

async function fetchText({ outbound, idleMs }: ImportDeps, url: string, signal: AbortSignal): Promise<string> {
  const { status, body } = await outbound.fetch(url, { maxBytes: textBytes, idleMs, signal });
  const bytes = await readBytes(body);
  if (status !== 200) throw new AnswerRefused(status);
  return decodeText(bytes);
}
