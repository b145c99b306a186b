import type { Language } from '#libs/kernel';
import type { RenditionKind } from '#libs/media';
import type { EpisodeView, FileView } from '../episode/episode.view.js';
import type { TranscriptExtension } from '../transcript/transcript.view.js';
import { HostBook, type HostedShow } from './host-book.js';

/**
 * Every public address, built from PUBLIC_URL (`ux` 5.1). Addresses never change once published: add, do not edit.
 * All methods give absolute addresses; `path` strips the origin. The pages of a show with a host name of its own
 * are there, its first page at `/{lang}`; feeds, files and what belongs to several shows stay on the instance's.
 */
export class Addresses {
  /** Where an episode's files lie; for subscribers, below their secret. */
  protected readonly mediaBase: string;

  /** The origin of the page that links are for: what `path` leaves out. */
  protected viewed: string;

  /** @param origin PUBLIC_URL without a trailing slash. */
  constructor(
    readonly origin: string,
    readonly hosts: HostBook = new HostBook(),
  ) {
    this.mediaBase = `${origin}/m`;
    this.viewed = origin;
  }

  /** The same addresses, with links as the pages of this show need them. */
  seenFrom(showSlug: string): this {
    return this.seenAt(this.originOf(this.hosts.ofShow(showSlug)));
  }
  /** The same for the pages of an event. */
  seenFromEvent(eventSlug: string): this {
    return this.seenAt(this.originOf(this.hosts.ofEvent(eventSlug)));
  }

  home(lang: Language): string {
    return `${this.origin}/${lang}`;
  }
  show(lang: Language, showSlug: string, page = 1): string {
    const hosted = this.hosts.ofShow(showSlug);
    const first = hosted ? `${this.originOf(hosted)}/${lang}` : `${this.origin}/${lang}/${showSlug}`;
    return page > 1 ? `${first}?page=${page}` : first;
  }
  episode(lang: Language, showSlug: string, slug: string): string {
    return `${this.originOf(this.hosts.ofShow(showSlug))}/${lang}/${showSlug}/${slug}`;
  }
  event(lang: Language, eventSlug: string): string {
    return `${this.originOf(this.hosts.ofEvent(eventSlug))}/${lang}/e/${eventSlug}`;
  }
  talk(lang: Language, eventSlug: string, slug: string): string {
    return `${this.event(lang, eventSlug)}/${slug}`;
  }
  /** Every way to follow a show, in one language. */
  followPage(lang: Language, showSlug: string): string {
    return `${this.originOf(this.hosts.ofShow(showSlug))}/${lang}/${showSlug}/follow`;
  }
  /** The same to print on a slide: it leads to the reader's language. */
  followShort(showSlug: string): string {
    return `${this.originOf(this.hosts.ofShow(showSlug))}/${showSlug}/follow`;
  }
  /** What the operator says about the site. */
  siteText(lang: Language, kind: 'legal' | 'privacy' | 'contact'): string {
    return `${this.origin}/${lang}/${kind}`;
  }
  /** A file at the root, on the host of the page that names it. */
  rootFile(name: string): string {
    return `${this.viewed}/${name}`;
  }
  guest(lang: Language, personSlug: string): string {
    return `${this.origin}/${lang}/g/${personSlug}`;
  }
  tag(lang: Language, tagSlug: string, page = 1): string {
    const first = `${this.origin}/${lang}/t/${tagSlug}`;
    return page > 1 ? `${first}?page=${page}` : first;
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
  /** A file beside the sound: slides, a document, a picture. */
  episodeFile(episodeId: string, fileId: string, name: string): string {
    return `${this.mediaBase}/${episodeId}/file/${fileId}/${name}`;
  }
  /** The sound of an approved clip of an announced episode, a file of its own: before the release there is no other. */
  clipSound(episodeId: string, pieceId: string): string {
    return `${this.mediaBase}/${episodeId}/clip/${pieceId}.mp3`;
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
  /** The player for other sites, `?t=&end=&lang=&theme=` (`ux` 5.1). */
  embed(episodeId: string): string {
    return `${this.origin}/embed/${episodeId}`;
  }
  /** A QR code that leads to an episode's page, `?lang=&t=`. */
  embedCode(episodeId: string): string {
    return `${this.origin}/embed/${episodeId}/qr.svg`;
  }
  /** What other sites ask before they embed a page of ours (`ux:K-30`). @param url absolute. */
  oembed(url: string, format: 'json' | 'xml' = 'json'): string {
    return `${this.origin}/oembed?url=${encodeURIComponent(url)}&format=${format}`;
  }
  /** Behind a guest's secret: the kit, what waits for an answer, what the guest says of themselves (`ux:K-03`). */
  guestLink(secret: string, part: 'kit' | 'review' | 'me' = 'kit'): string {
    return `${this.origin}/i/${secret}${part === 'kit' ? '' : `/${part}`}`;
  }
  /** To be said aloud and printed; it leads to an episode's page (`ux` 5.1). */
  short(code: string): string {
    return `${this.origin}/s/${code}`;
  }
  /** Where visits, plays and shares by a guest's link are counted. */
  shareCount(): string {
    return `${this.origin}/s/count`;
  }
  studio(path = ''): string {
    return `${this.origin}/studio${path}`;
  }
  /** The same address without its origin, for links within the host of the page; whole when it leads to another host. */
  path(address: string): string {
    const own = below(this.viewed, address);
    if (own !== undefined) return own;
    const file = this.viewed === this.origin ? undefined : below(this.origin, address);
    return file !== undefined && isOnEveryHost(file) ? file : address;
  }

  /**
   * The path that an address of ours has on the instance's own host, with its query; undefined for another site's.
   * A show's first page on its host is `/{lang}/{show}` here.
   */
  instancePath(address: string): string | undefined {
    const plain = below(this.origin, address);
    if (plain !== undefined) return plain;
    const { host } = URL.canParse(address) ? new URL(address) : { host: undefined };
    const hosted = this.hosts.at(host);
    const path = hosted && below(this.originOf(hosted), address);
    if (!hosted || path === undefined) return undefined;
    return path.replace(/^\/(en|fr)(?=$|[?#])/, `/$1/${hosted.slug}`);
  }

  /** Where a show's own host is reached: with the scheme and port of PUBLIC_URL. */
  private originOf(hosted: Pick<HostedShow, 'host'> | undefined): string {
    if (!hosted) return this.origin;
    const { protocol, port } = new URL(this.origin);
    return `${protocol}//${hosted.host}${port === '' ? '' : `:${port}`}`;
  }

  private seenAt(origin: string): this {
    if (origin === this.viewed) return this;
    const copy = Object.create(this) as this;
    copy.viewed = origin;
    return copy;
  }
}

/** What comes after an origin, `/` at least; undefined for an address that is not below it. */
function below(origin: string, address: string): string | undefined {
  if (!address.startsWith(origin)) return undefined;
  const rest = address.slice(origin.length);
  return rest === '' ? '/' : /^[/?#]/.test(rest) ? rest : undefined;
}

/** Files and services that every host answers: pages load them from where they are themselves. */
function isOnEveryHost(path: string): boolean {
  return (
    /^\/(m|assets|embed|s|follow|(en|fr)\/search)(?=[/?#]|$)/.test(path) ||
    /^\/[\w-]+\.(ico|svg|png|webmanifest)$/.test(path)
  );
}

/** Of the file that listeners get; an MP3's until there is one. */
function endingOf(enclosure: Pick<FileView, 'key'> | null): string {
  return /\.(\w+)$/.exec(enclosure?.key ?? '')?.[1] ?? 'mp3';
}
