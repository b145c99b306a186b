import type { EpisodeView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { formatBytes, isoDuration } from '#libs/messages';
import { momentLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';
import { enclosureAddress, episodeText } from './episode-address.js';
import type { EpisodePageView } from './episode.page.js';

/** A longer text is left out: the page has it, and says where its files are. */
const transcriptBytes = 50 * 1024;

/** The sound that listeners get, with what is said in it when it is the whole text in the spoken language. */
export function audioJsonLd(site: Site, { episode, transcript }: EpisodePageView, url: string): unknown {
  const { enclosure } = episode;
  if (!enclosure) return undefined;
  return {
    '@type': 'AudioObject',
    '@id': `${url}#audio`,
    contentUrl: enclosureAddress(site.addresses, episode),
    encodingFormat: enclosure.mime,
    duration: isoDuration(enclosure.durationMs),
    contentSize: formatBytes('en-CA', enclosure.bytes).replace('\u00a0', ' '),
    inLanguage: episode.language,
    transcript: transcriptText(episode, transcript),
    caption: captions(site, episode),
  };
}

/** The film of a talk: deep links by second, and the event it was recorded at (`ux` 3.2). */
export function videoJsonLd(site: Site, reader: Reader, view: EpisodePageView, url: string): unknown {
  const { episode, show, event, card } = view;
  const { addresses } = site;
  const film = episode.enclosure?.alternates.find(({ kind }) => kind === 'video');
  const imageKey = episode.coverKey ?? show.coverKey;
  const thumbnails = [...(card ? [card.url] : []), ...(imageKey ? [addresses.image(imageKey, 1400)] : [])];
  if (!film || thumbnails.length === 0) return undefined;
  const text = episodeText(episode, reader.lang)!;
  return {
    '@type': 'VideoObject',
    '@id': `${url}#video`,
    name: text.title,
    description: text.summary || text.title,
    thumbnailUrl: thumbnails,
    uploadDate: episode.publishedAt?.toISOString(),
    duration: isoDuration(film.durationMs),
    contentUrl: addresses.alternateOf(episode, film),
    embedUrl: site.isStatic ? undefined : addresses.embed(episode.id),
    encodingFormat: film.mime,
    inLanguage: episode.language,
    caption: captions(site, episode),
    hasPart: clipsJsonLd(reader, view, url),
    potentialAction: {
      '@type': 'SeekToAction',
      target: url + momentLink('{seek_to_second_number}', episode.timeLinks),
      'startOffset-input': 'required name=seek_to_second_number',
    },
    recordedAt: event ? { '@id': `${addresses.event(reader.lang, event.slug)}#event` } : undefined,
  };
}

interface Moment {
  name: string;
  startMs: number;
  endMs: number | undefined;
}

/** Approved clips, the start that matters, chapters; of those that begin in the same second the first of these. */
export function clipsJsonLd(reader: Reader, { episode }: EpisodePageView, url: string): unknown {
  const taken = new Set<number>();
  const clips = momentsOf(reader, episode).flatMap(({ name, startMs, endMs }) => {
    const startOffset = Math.floor(startMs / 1000);
    if (taken.has(startOffset)) return [];
    taken.add(startOffset);
    const endOffset = endMs === undefined ? undefined : Math.max(startOffset + 1, Math.floor(endMs / 1000));
    return [{ '@type': 'Clip', name, startOffset, endOffset, url: url + momentLink(startOffset, episode.timeLinks) }];
  });
  return clips.length > 0 ? clips.sort((a, b) => a.startOffset - b.startOffset) : undefined;
}

function momentsOf(reader: Reader, { clips, chapters, startHereMs, enclosure, language }: EpisodeView): Moment[] {
  const soundMs = enclosure?.durationMs;
  const next = (ms: number) => chapters.find(({ startMs }) => startMs > ms)?.startMs ?? soundMs;
  const approved = clips.map(({ texts, startMs, endMs }) => ({
    name: pickText(texts, reader.lang, toLanguage(language))?.title ?? '',
    startMs,
    endMs,
  }));
  const start = startHereMs === null ? [] : [{ startMs: startHereMs, endMs: next(startHereMs) }];
  return [
    ...approved.filter(({ name }) => name !== ''),
    ...start.map((moment) => ({
      ...moment,
      name: chapterAt(chapters, moment.startMs) ?? reader.t('episode.startName'),
    })),
    ...chapters.map(({ title, startMs }) => ({ name: title, startMs, endMs: next(startMs) })),
  ];
}

/** The chapter in which a moment lies is what that moment is about. */
function chapterAt(chapters: EpisodeView['chapters'], ms: number): string | undefined {
  return chapters.findLast(({ startMs }) => startMs <= ms)?.title;
}

function transcriptText({ language }: EpisodeView, transcript: EpisodePageView['transcript']): string | undefined {
  if (!transcript || toLanguage(transcript.lang) !== toLanguage(language)) return undefined;
  const text = transcript.segments.map((segment) => segment.text).join(' ');
  return text && Buffer.byteLength(text) <= transcriptBytes ? text : undefined;
}

/** Timed texts, each in its language. */
function captions({ addresses }: Site, { id, transcripts }: EpisodeView): unknown {
  const timed = transcripts.filter(({ isTimed }) => isTimed);
  if (timed.length === 0) return undefined;
  return timed.map(({ lang }) => ({
    '@type': 'MediaObject',
    contentUrl: addresses.transcript(id, lang, 'vtt'),
    encodingFormat: 'text/vtt',
    inLanguage: lang,
  }));
}
