import { isCategory, notesAsText } from '#libs/catalog';
import { cleanLine, cleanText } from '#libs/kernel';
import { countBytes } from '../xml/limit.js';
import type { AdviceId, FeedAdvice } from './advice.js';
import type { AdviceSource } from './feed-advice.plan.js';

const descriptionLimit = 4000;
const coverSides = { least: 1400, most: 3000 };

/** What can be said against the channel: the rules C of feeds.md that a producer's words and settings can break. */
export function findChannelAdvice({ view: { channel, episodes }, document, before }: AdviceSource): FeedAdvice[] {
  const description = cleanText(notesAsText(cleanText(channel.description)));
  const bytes = countBytes(description);
  const width = channel.coverWidth ?? null;
  const guids = [before?.channel['podcast:guid'], document.channel['podcast:guid']];
  const said: (FeedAdvice | false)[] = [
    !channel.coverKey && say('no-cover', 'show.cover'), // feed:C07
    !isCategory(channel.category, channel.subcategory) && say('no-category', 'show.category'), // feed:C05
    !/^[a-z]{2}(-[a-z]{2})?$/i.test(channel.language) && say('no-language', 'show.language'), // feed:C04
    Boolean(guids[0] && guids[0] !== guids[1]) && say('show-guid-changed', 'show.guid', { before: guids[0]! }), // feed:P12
    episodes.length === 0 && say('empty', 'show.episodes'), // feed:I01
    !channel.isPrivate && !channel.ownerEmail.includes('@') && say('owner-email', 'show.ownerEmail'), // feed:C18
    description === '' && say('no-description', 'show.description'),
    bytes > descriptionLimit && say('show-description-long', 'show.description', { bytes, max: descriptionLimit }), // feed:C02
    cleanLine(channel.author) === '' && say('no-author', 'show.author'), // feed:C10
    width !== null &&
      (width < coverSides.least || width > coverSides.most) &&
      say('cover-size', 'show.cover', { width, ...coverSides }), // feed:A04
  ];
  return said.filter((advice) => advice !== false);
}

function say(id: AdviceId, field: string, params: FeedAdvice['params'] = {}): FeedAdvice {
  return { id, level: 'advisory', episodeId: null, title: '', field, params };
}
