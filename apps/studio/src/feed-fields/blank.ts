import type { EpisodeFeed, ShowFeed, TagRecord } from './feed.types';

const isBlank = (row: object) => Object.values(row).every((value) => value === '');

/** A tag into which nothing was typed yet, nor into what is inside it. */
function isBlankTag({ attributes, text, children }: TagRecord): boolean {
  return isBlank(attributes) && text === '' && children.every(isBlankTag);
}

/** What is saved of what is on the screen: a line that was just added and is still empty is nobody's mistake. */
export function withoutBlank<F extends Partial<ShowFeed & EpisodeFeed>>(feed: F): F {
  const kept = { ...feed };
  if (feed.funding) kept.funding = feed.funding.filter((row) => !isBlank(row));
  if (feed.places) kept.places = feed.places.filter(({ rel: _rel, ...row }) => !isBlank(row));
  if (feed.podroll) kept.podroll = feed.podroll.filter((row) => !isBlank(row));
  if (feed.verify) kept.verify = feed.verify.filter(({ text }) => text !== '');
  if (feed.seasons) kept.seasons = feed.seasons.filter(({ name }) => name !== '');
  if (feed.publisher && isBlank(feed.publisher)) kept.publisher = null;
  if (feed.licence && isBlank(feed.licence)) kept.licence = null;
  if (feed.tags) kept.tags = feed.tags.filter((tag) => !isBlankTag(tag));
  return kept;
}
