import type { FeedView } from '../feed/feed.view.js';
import type { FeedDocument } from '../diff/feed-document.xml.js';
import { type FeedAdvice, levelOf } from './advice.js';
import { findChannelAdvice } from './channel-advice.plan.js';
import { findGuidAdvice } from './guid-advice.plan.js';
import { findItemAdvice } from './item-advice.plan.js';

/** What a check looks at. */
export interface AdviceSource {
  view: FeedView;
  /** The feed as it is served, or as it will be. */
  document: FeedDocument;
  /** The feed that listeners had before; what is compared for guids (`feed:G01`). Undefined: there was none. */
  before?: FeedDocument;
  /** Storage keys of announced files that are not there, or have another size. */
  deadFiles?: ReadonlySet<string>;
}

/** Everything that can be said against a feed, blocking first, then by episode in the feed's order. */
export function findFeedAdvice(source: AdviceSource): FeedAdvice[] {
  const found = [...findChannelAdvice(source), ...findGuidAdvice(source), ...findItemAdvice(source)];
  const isBlocking = ({ id }: Pick<FeedAdvice, 'id'>) => levelOf(id) === 'blocking';
  return [...found.filter(isBlocking), ...found.filter((advice) => !isBlocking(advice))].map((advice) => ({
    ...advice,
    level: levelOf(advice.id),
  }));
}
