import type { Element } from './element.js';
import type { TagCount, TagFate } from './imported-feed.js';
import { isRecordTag } from './podcast-tags.plan.js';

const fields = {
  channel: [
    ...[
      'title',
      'description',
      'link',
      'language',
      'copyright',
      'image',
      'itunes:author',
      'itunes:owner',
      'itunes:email',
    ],
    ...['itunes:name', 'itunes:image', 'itunes:category', 'itunes:explicit', 'itunes:type', 'itunes:complete'],
    ...['itunes:block', 'itunes:summary', 'podcast:guid', 'podcast:locked', 'podcast:medium', 'podcast:funding'],
    ...['podcast:license', 'podcast:location', 'podcast:person', 'podcast:updateFrequency', 'podcast:podroll'],
    ...['podcast:publisher', 'podcast:txt', 'atom:title', 'atom:subtitle', 'atom:author', 'atom:rights', 'atom:logo'],
    ...['itunes:new-feed-url', 'itunes:title', 'itunes:subtitle', 'dc:language', 'dc:creator'],
    ...['googleplay:author', 'googleplay:image', 'googleplay:explicit', 'googleplay:category', 'googleplay:owner'],
  ],
  item: [
    ...['title', 'description', 'guid', 'pubDate', 'enclosure', 'content:encoded', 'itunes:title', 'itunes:subtitle'],
    ...['itunes:summary', 'itunes:duration', 'itunes:episode', 'itunes:season', 'itunes:episodeType', 'itunes:image'],
    ...['itunes:explicit', 'itunes:block', 'itunes:keywords', 'category', 'psc:chapters', 'podcast:chapters'],
    ...['podcast:transcript', 'podcast:person', 'podcast:soundbite', 'podcast:season', 'podcast:episode'],
    ...['podcast:funding', 'podcast:license', 'podcast:location', 'podcast:txt', 'atom:title', 'atom:id'],
    ...['atom:published', 'atom:updated', 'atom:content', 'atom:summary', 'dc:date', 'media:content', 'media:group'],
    ...['googleplay:explicit', 'googleplay:image'],
  ],
} as const;

/** Said by every feed of ours in our own way. */
const made = new Set([
  ...['lastBuildDate', 'pubDate', 'generator', 'docs', 'ttl', 'atom:link', 'atom:id', 'atom:updated', 'atom:generator'],
  ...['link', 'podcast:podping', 'sy:updatePeriod', 'sy:updateFrequency', 'sy:updateBase', 'fh:complete', 'fh:archive'],
]);

/** Counts the tags of a feed, and says what becomes of each. */
export class TagTally {
  private readonly found = new Map<string, { of: TagCount['of']; name: string; count: number }>();

  addItem({ children }: Element): void {
    for (const { name } of children) this.count('item', name);
  }

  addChannel(children: readonly Element[]): void {
    for (const { name } of children) this.count('channel', name);
  }

  /** Lost ones first, then by name; at most 200. */
  counts(): TagCount[] {
    const counts = [...this.found.values()].map((each) => ({ ...each, fate: toFate(each.of, each.name) }));
    const rank = (fate: TagFate) => ['lost', 'kept', 'made', 'field'].indexOf(fate);
    return counts.sort((a, b) => rank(a.fate) - rank(b.fate) || a.name.localeCompare(b.name)).slice(0, 200);
  }

  private count(of: TagCount['of'], name: string): void {
    const key = `${of} ${name}`;
    const known = this.found.get(key);
    if (known) known.count += 1;
    else if (this.found.size < 1_000) this.found.set(key, { of, name: name.slice(0, 80), count: 1 });
  }
}

function toFate(of: TagCount['of'], name: string): TagFate {
  if ((fields[of] as readonly string[]).includes(name)) return 'field';
  if (isRecordTag(name, of)) return 'kept';
  return made.has(name) ? 'made' : 'lost';
}
