import type { Language } from '#libs/kernel';
import type { RenditionKind } from '#libs/media';
import type { EpisodeView, FileView } from '../episode/episode.view.js';
import type { TranscriptExtension } from '../transcript/transcript.view.js';

/**
 * Every public address, built from PUBLIC_URL (`ux` 5.1). Addresses never change once published: add, do not edit.
 * All methods give absolute addresses; `path` strips the origin.
 */
export class Addresses {
  /** Where an episode's files lie; for subscribers, below their secret. */
  protected readonly mediaBase: string;

  /** @param origin PUBLIC_URL without a trailing slash. */
  constructor(readonly origin: string) {
    this.mediaBase = `${origin}/m`;
  }

  home(lang: Language): string {
    return `${this.origin}/${lang}`;
  }
  show(lang: Language, showSlug: string, page = 1): string {
    return `${this.origin}/${lang}/${showSlug}${page > 1 ? `?page=${page}` : ''}`;
  }
  episode(lang: Language, showSlug: string, slug: string): string {
    return `${this.origin}/${lang}/${showSlug}/${slug}`;
  }
  event(lang: Language, eventSlug: string): string {
    return `${this.origin}/${lang}/e/${eventSlug}`;
  }
  talk(lang: Language, eventSlug: string, slug: string): string {
    return `${this.origin}/${lang}/e/${eventSlug}/${slug}`;
  }
  guest(lang: Language, personSlug: string): string {
    return `${this.origin}/${lang}/g/${personSlug}`;
  }
  tag(lang: Language, tagSlug: string): string {
    return `${this.origin}/${lang}/t/${tagSlug}`;
  }
  /** Where a listener puts a feed together. */
  choice(lang: Language): string {
    return `${this.origin}/${lang}/f`;
  }
  /** Every show's feed, for apps that take a list. */
  opml(): string {
    return `${this.origin}/opml.xml`;
  }
  showFeed(showSlug: string): string {
    return `${this.origin}/${showSlug}/feed.xml`;
  }
  eventFeed(eventSlug: string): string {
    return `${this.origin}/e/${eventSlug}/feed.xml`;
  }
  seasonFeed(showSlug: string, season: number): string {
    return `${this.origin}/${showSlug}/season-${season}/feed.xml`;
  }
  seriesFeed(showSlug: string, seriesSlug: string): string {
    return `${this.origin}/${showSlug}/series/${seriesSlug}/feed.xml`;
  }
  /** @param language two letters. */
  languageFeed(showSlug: string, language: string): string {
    return `${this.origin}/${showSlug}/${language}/feed.xml`;
  }
  videoFeed(showSlug: string): string {
    return `${this.origin}/${showSlug}/video/feed.xml`;
  }
  trackFeed(eventSlug: string, trackSlug: string): string {
    return `${this.origin}/e/${eventSlug}/track/${trackSlug}/feed.xml`;
  }
  personFeed(personSlug: string): string {
    return `${this.origin}/g/${personSlug}/feed.xml`;
  }
  tagFeed(tagSlug: string): string {
    return `${this.origin}/t/${tagSlug}/feed.xml`;
  }
  /** A subscriber's or a listener's own feed. */
  secretFeed(secret: string): string {
    return `${this.origin}/f/${secret}/feed.xml`;
  }
  /** The path ends in the real extension (`feed:I05`); new bytes have a new revision, so a new address (`feed:N06`). */
  enclosure(episodeId: string, revision: number, file: string): string {
    return `${this.mediaBase}/${episodeId}/${revision}/${file}`;
  }
  /** A released file's address. Nothing in it follows the title, so that an edit never makes apps fetch the same bytes again. */
  enclosureOf(
    { id, showSlug, enclosure }: Pick<EpisodeView, 'id' | 'showSlug' | 'enclosure'>,
    extension = endingOf(enclosure),
  ): string {
    return this.enclosure(id, enclosure?.revisionNumber ?? 1, `${showSlug}.${extension}`);
  }
  /** A file beside the enclosure, under the ending that its bytes have; a playlist lies among its parts. */
  alternateOf(
    episode: Pick<EpisodeView, 'id' | 'showSlug' | 'enclosure'>,
    { kind, key }: Pick<FileView, 'key'> & { kind: RenditionKind },
  ): string {
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (kind === 'hls') return this.enclosure(episode.id, episode.enclosure?.revisionNumber ?? 1, `hls/${name}`);
    return this.enclosureOf(episode, name.slice(name.lastIndexOf('.') + 1));
  }
  chapters(episodeId: string): string {
    return `${this.mediaBase}/${episodeId}/chapters.json`;
  }
  /** What is said in an episode, in a language of `EpisodeView.transcripts`; without times there are `txt` and `html` only. */
  transcript(episodeId: string, lang: string, extension: TranscriptExtension): string {
    return `${this.mediaBase}/${episodeId}/transcript.${lang.toLowerCase()}.${extension}`;
  }
  /** A picture by its storage key `image/<id>.<ext>`, in one of the offered widths. */
  image(key: string, width: number | 'full'): string {
    return `${this.origin}/m/image/${width}/${key.replace(/^image\//, '')}`;
  }
  /** Finding in what was said and written; `q` is left out when empty. */
  search(lang: Language, q = ''): string {
    return `${this.origin}/${lang}/search${q && `?q=${encodeURIComponent(q)}`}`;
  }
  /** Where a form to follow by mail is sent. */
  follow(): string {
    return `${this.origin}/follow`;
  }
  /** Where a follower confirms an address. */
  followConfirm(secret: string): string {
    return `${this.origin}/follow/${secret}/confirm`;
  }
  /** Where a follower stops, with one click and without a login. */
  followStop(secret: string): string {
    return `${this.origin}/follow/${secret}/stop`;
  }
  /** The planned release as a calendar entry. */
  releaseCalendar(episodeId: string): string {
    return `${this.mediaBase}/${episodeId}/release.ics`;
  }
  /** A card to share. `file` names the bytes: others have another address, so that no preview shows old ones (`ux:K-16`). */
  card(pieceId: string, file: string): string {
    return `${this.origin}/m/card/${pieceId}/${file}`;
  }
  studio(path = ''): string {
    return `${this.origin}/studio${path}`;
  }
  /** The same address without its origin, for links within the site. */
  path(address: string): string {
    return address.slice(this.origin.length) || '/';
  }
}

/** Of the file that listeners get; an MP3's until there is one. */
function endingOf(enclosure: Pick<FileView, 'key'> | null): string {
  return /\.(\w+)$/.exec(enclosure?.key ?? '')?.[1] ?? 'mp3';
}
