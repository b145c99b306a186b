import { Addresses } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { posix } from 'node:path';

/** How links lead from one page of a site to another: from one file to another, or from anywhere (the page for 404). */
type From = { file: string } | 'anywhere';

/**
 * The addresses of one show's own site below any base URL, also in a sub-folder: what its feed and its pages announce.
 * A page is the `index.html` of a folder, and links between pages are relative, so that the site also works
 * without a server. What a lone show has no page or feed for leads to the show's.
 */
export class StaticAddresses extends Addresses {
  /**
   * @param baseUrl without a slash at its end.
   * @param names the folder name of each episode, by its id.
   */
  constructor(
    baseUrl: string,
    private readonly names: ReadonlyMap<string, string>,
    private readonly from: From = 'anywhere',
  ) {
    super(baseUrl);
  }

  /** The same, with links as they have to be on a page. @param file its path in the archive. */
  at(file: string): StaticAddresses {
    return new StaticAddresses(this.origin, this.names, { file });
  }

  /** The file in the archive that an address leads to. */
  file(address: string): string {
    const path = address.slice(this.origin.length + 1).replace(/[?#].*$/, '');
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  }

  override path(address: string): string {
    if (address !== this.origin && !address.startsWith(`${this.origin}/`)) return address;
    if (this.from === 'anywhere') return new URL(this.origin).pathname.replace(/\/$/, '') + address.slice(this.origin.length); // prettier-ignore
    const rest = /[?#].*$/.exec(address)?.[0] ?? '';
    return (posix.relative(posix.dirname(this.from.file), this.file(address)) || 'index.html') + rest;
  }

  override home(lang: Language): string {
    return `${this.origin}/${lang}/`;
  }
  override show(lang: Language, _showSlug: string, page = 1): string {
    return page > 1 ? `${this.origin}/${lang}/page/${page}/` : this.home(lang);
  }
  override episode(lang: Language, _showSlug: string, slug: string): string {
    return `${this.origin}/${lang}/${slug}/`;
  }
  override followPage(lang: Language): string {
    return `${this.home(lang)}#follow`;
  }
  override followShort(): string {
    return `${this.origin}/`;
  }
  override event(lang: Language, eventSlug: string): string {
    return `${this.origin}/${lang}/e/${eventSlug}/`;
  }
  override talk(lang: Language, eventSlug: string, slug: string): string {
    return `${this.origin}/${lang}/e/${eventSlug}/${slug}/`;
  }
  override guest(lang: Language, personSlug: string): string {
    return `${this.origin}/${lang}/g/${personSlug}/`;
  }
  override tag(lang: Language): string {
    return this.home(lang);
  }
  override choice(lang: Language): string {
    return this.home(lang);
  }

  override showFeed(_showSlug = ''): string {
    return `${this.origin}/feed.xml`;
  }
  override eventFeed(eventSlug: string): string {
    return `${this.origin}/e/${eventSlug}/feed.xml`;
  }
  override opml(): string {
    return `${this.origin}/opml.xml`;
  }
  override seasonFeed(): string {
    return this.showFeed();
  }
  override seriesFeed(): string {
    return this.showFeed();
  }
  override languageFeed(): string {
    return this.showFeed();
  }
  override videoFeed(): string {
    return this.showFeed();
  }
  override trackFeed(eventSlug: string): string {
    return this.eventFeed(eventSlug);
  }
  override personFeed(): string {
    return this.showFeed();
  }
  override tagFeed(): string {
    return this.showFeed();
  }

  /** New bytes have a new revision, so a new address, in a later export too (`feed:N06`). */
  override enclosure(episodeId: string, revision: number, file: string): string {
    return `${this.origin}/media/${this.name(episodeId)}/${revision}/${file}`;
  }
  override chapters(episodeId: string): string {
    return `${this.origin}/chapters/${this.name(episodeId)}.json`;
  }
  override transcript(episodeId: string, lang: string, extension: string): string {
    return `${this.origin}/transcripts/${this.name(episodeId)}.${lang}.${extension}`;
  }
  override image(key: string, width: number | 'full'): string {
    const [, name = '', ending = ''] = /^(?:image\/)?(.*?)(\.\w+)?$/.exec(key) ?? [];
    return `${this.origin}/images/${name}${width === 'full' ? '' : `-${width}`}${ending}`;
  }

  /** Whether an episode is on the site. */
  has(episodeId: string): boolean {
    return this.names.has(episodeId);
  }

  /** What the files of an episode are called. */
  name(episodeId: string): string {
    return this.names.get(episodeId) ?? episodeId;
  }
}
