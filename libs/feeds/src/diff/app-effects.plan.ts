import type { FeedDiff } from './feed-diff.plan.js';

/** Apps that read feeds, by how they do: feeds.md, section 3. */
export const appKinds = ['apple', 'spotify', 'youtube', 'podcasting2', 'classic'] as const;
export type AppKind = (typeof appKinds)[number];

/**
 * What an app will do. `new-episodes`, `gone-episodes`, `again` (downloads the sound anew), `texts`, `chapters`,
 * `transcript`, `people`, `cover`, `order`, `extras` (further tags that it reads), `show` (the channel's own words),
 * `moves` (the feed's address), `kept` (copied once: it never takes later changes).
 */
export const effectCodes = [
  'new-episodes',
  'gone-episodes',
  'again',
  'kept',
  'texts',
  'chapters',
  'transcript',
  'people',
  'cover',
  'order',
  'extras',
  'show',
  'moves',
] as const;
export type EffectCode = (typeof effectCodes)[number];

export interface AppEffect {
  code: EffectCode;
  /** Episodes that it concerns; for the channel the number of fields. */
  count: number;
}

export interface AppEffects {
  app: AppKind;
  /** Empty: it will notice nothing. */
  effects: AppEffect[];
}

type Group = 'texts' | 'chapters' | 'transcript' | 'people' | 'cover' | 'order' | 'extras' | 'show' | 'moves' | 'again';

/** Field → what it is about. What is not named is an extra of the podcast namespace, or of no consequence. */
const groups: Record<string, Group> = {
  title: 'texts',
  description: 'texts',
  'content:encoded': 'texts',
  link: 'texts',
  'itunes:summary': 'texts',
  'itunes:title': 'texts',
  'itunes:explicit': 'texts',
  'itunes:duration': 'texts',
  enclosure: 'again',
  pubDate: 'order',
  'itunes:episode': 'order',
  'itunes:season': 'order',
  'itunes:episodeType': 'order',
  'podcast:season': 'extras',
  'podcast:episode': 'extras',
  'itunes:image': 'cover',
  'podcast:chapters': 'chapters',
  'psc:chapters': 'chapters',
  'podcast:transcript': 'transcript',
  'podcast:person': 'people',
  'itunes:new-feed-url': 'moves',
  'atom:link self': 'moves',
};

/** Which app reads a field at all. Apple reads JSON chapters and transcripts, Spotify Podlove's chapters and the times in the description. */
function reads(app: AppKind, field: string): boolean {
  if (field.startsWith('{') || field === 'generator' || field === 'atom:link hub') return false;
  if (field === 'podcast:chapters' || field === 'podcast:transcript') return app === 'apple' || app === 'podcasting2';
  if (field === 'podcast:txt') return app !== 'classic';
  if (field.startsWith('podcast:')) return app === 'podcasting2';
  if (field === 'psc:chapters') return app === 'spotify';
  if (field === 'content:encoded') return app !== 'apple';
  if (field.startsWith('itunes:')) return app !== 'classic' || field === 'itunes:duration';
  return true;
}

/** What each kind of app will see of a change. */
export function findAppEffects(diff: FeedDiff): AppEffects[] {
  return appKinds.map((app) => ({ app, effects: effectsOf(app, diff) }));
}

function effectsOf(app: AppKind, diff: FeedDiff): AppEffect[] {
  const counts = new Map<EffectCode, number>();
  const add = (code: EffectCode, count = 1) => counts.set(code, (counts.get(code) ?? 0) + count);
  if (diff.added.length > 0) add('new-episodes', diff.added.length);
  if (diff.removed.length > 0) add('gone-episodes', diff.removed.length);
  for (const { fields } of diff.changed) {
    const read = fields.filter(({ name }) => reads(app, name));
    if (read.length === 0) continue;
    // YouTube copied sound and words when it first saw the episode, and never looks again.
    if (app === 'youtube') add('kept');
    else for (const group of new Set(read.map(({ name }) => groups[name] ?? 'extras'))) add(group);
  }
  const channel = diff.channel.filter(({ name }) => reads(app, name));
  for (const { name } of channel) add(channelGroup(name));
  return effectCodes.flatMap((code) => (counts.has(code) ? [{ code, count: counts.get(code)! }] : []));
}

function channelGroup(name: string): EffectCode {
  const group = groups[name];
  return group === 'moves' || group === 'cover' || group === 'people' ? group : 'show';
}
