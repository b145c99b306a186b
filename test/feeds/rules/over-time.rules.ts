import { textOf } from './channel.rules.js';
import { channelOf, type FeedDocument, itemsOf } from './document.js';
import { type Finding, when } from './rule.js';
import { checkServed, served, type ServedRule, toDocument } from './served-rule.js';

interface Times {
  earlier: FeedDocument;
  now: FeedDocument;
}

/** Section I of feeds.md: over time. An item is the same when its page or its file is. */
export const overTimeRules: readonly ServedRule<Times>[] = [
  served('G01', 'MUST', ({ earlier, now }) => {
    const [before, after] = [earlier, now].map((feed) => textOf(channelOf(feed), 'podcast:guid'));
    return [
      ...when(Boolean(before) && before !== after, `podcast:guid was ${before} and is ${after}`),
      ...itemsOf(earlier).flatMap((item) => {
        const same = itemsOf(now).find(
          (other) => textOf(other, 'link') === textOf(item, 'link') && textOf(item, 'link'),
        );
        return when(
          same !== undefined && textOf(same, 'guid') !== textOf(item, 'guid'),
          `the guid of ${textOf(item, 'link')} was ${textOf(item, 'guid')}`,
        );
      }),
    ];
  }),
  served('G02', 'SHOULD', ({ earlier, now }) => {
    const guids = new Set(itemsOf(now).map((item) => textOf(item, 'guid')));
    return itemsOf(earlier)
      .map((item) => textOf(item, 'guid'))
      .filter((guid) => !guids.has(guid))
      .map((guid) => `${guid} is gone`);
  }),
];

/** What is wrong with a feed that readers know in an earlier form. */
export function checkOverTime(earlier: string | Buffer, now: string | Buffer): Promise<Finding[]> {
  return checkServed(overTimeRules, { earlier: toDocument(earlier), now: toDocument(now) }, 'over time');
}
