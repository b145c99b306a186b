import { type EpisodeView, isSoundbite } from '#libs/catalog';
import { cleanLine, toLanguage } from '#libs/kernel';
import type { ItemDocument } from '../diff/feed-document.xml.js';
import { countBytes } from '../xml/limit.js';
import { pickLocal } from '../xml/local-text.js';
import { toSecureUrl } from '../xml/url.js';
import type { AdviceId, FeedAdvice } from './advice.js';
import { findChaptersAdvice } from './chapters-advice.plan.js';
import type { AdviceSource } from './feed-advice.plan.js';

const descriptionLimit = 4000;
const titleLimit = 255;

/** Says something against one episode. */
export type Say = (id: AdviceId, field: string, params?: FeedAdvice['params']) => FeedAdvice;

/** What can be said against each episode, also one that the feed leaves out because it has no file. */
export function findItemAdvice(source: AdviceSource): FeedAdvice[] {
  const items = new Map(source.document.items.map((item) => [item.guid, item]));
  return source.view.episodes.flatMap((episode) => {
    const item = items.get(episode.guid);
    const text = pickLocal(episode.texts, episode.showLanguage);
    const title = text?.title ?? item?.title ?? '';
    const say: Say = (id, field, params = {}) => ({
      ...{ id, level: 'advisory', episodeId: episode.id, title, field, params },
    });
    return [
      ...findFileAdvice(episode, source, say),
      ...findTextAdvice(episode, item, say),
      ...findNumberAdvice(episode, source, say),
      ...findChaptersAdvice(episode, say),
      ...findExtrasAdvice(episode, say),
    ];
  });
}

function findFileAdvice({ enclosure }: EpisodeView, { deadFiles }: AdviceSource, say: Say): FeedAdvice[] {
  if (!enclosure || !(enclosure.bytes > 0)) return [say('no-audio', 'audio')]; // feed:I03
  return deadFiles?.has(enclosure.key) ? [say('dead-enclosure', 'audio', { bytes: enclosure.bytes })] : []; // feed:N01
}

function findTextAdvice(episode: EpisodeView, item: ItemDocument | undefined, say: Say): FeedAdvice[] {
  const lang = toLanguage(episode.showLanguage);
  const text = pickLocal(episode.texts, episode.showLanguage);
  const title = cleanLine(text?.title ?? '');
  const [said, whole] = [countBytes(item?.fields.description ?? ''), countBytes(item?.fields['content:encoded'] ?? '')];
  const isLong = whole > descriptionLimit && said > descriptionLimit * 0.8;
  const found: (FeedAdvice | false)[] = [
    title === '' && say('no-title', `texts.${lang}.title`), // feed:I02
    [...title].length > titleLimit &&
      say('title-long', `texts.${lang}.title`, { n: [...title].length, max: titleLimit }), // feed:X12
    /^\s*(#\d+|(ep(isode|\.)?|épisode)\s*\.?\s*\d+)\s*[:.–—-]/iu.test(title) &&
      say('title-number', `texts.${lang}.title`), // feed:I23
    item !== undefined && said === 0 && say('no-notes', `texts.${lang}.summary`), // feed:I12
    isLong && say('notes-long', `texts.${lang}.notes`, { bytes: whole, max: descriptionLimit }), // feed:I13
  ];
  return found.filter((advice) => advice !== false);
}

function findNumberAdvice({ type, number }: EpisodeView, { view }: AdviceSource, say: Say): FeedAdvice[] {
  return type === 'full' && number === null && view.channel.type === 'serial' ? [say('number-missing', 'number')] : []; // feed:C14
}

function findExtrasAdvice(episode: EpisodeView, say: Say): FeedAdvice[] {
  const dropped = episode.appearances.filter(({ person: { url } }) => url && !toSecureUrl(url)).length;
  const soundMs = episode.enclosure?.durationMs ?? Infinity; // without a file there is worse to say
  const bites = episode.feed.soundbites.filter((bite) => !isSoundbite(bite, soundMs)).length;
  return [
    ...(dropped > 0 ? [say('links-dropped', 'people', { n: dropped })] : []), // feed:P07
    ...(bites > 0 ? [say('soundbite-length', 'feed.soundbites', { n: bites })] : []), // feed:P19
  ];
}
