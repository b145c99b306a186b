import { createHash } from 'node:crypto';
import { textOf } from './channel.rules.js';
import { channelOf, childrenOf, type Element, type FeedDocument, walk } from './document.js';
import { itemRule, rule, type Rule, when } from './rule.js';

const namespace = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex');
const protocols = ['disabled', 'activitypub', 'twitter', 'lightning', 'atproto', 'hive', 'matrix', 'nostr'];

/** What tags of the podcast namespace hold, and what belongs together: the rest of section E. */
export const namespacePartRules: Rule[] = [
  rule('P12', 'MUST', (feed, { firstUrl }) => {
    const guid = textOf(channelOf(feed), 'podcast:guid');
    return when(
      firstUrl !== undefined && guid !== '' && guid !== toGuid(firstUrl),
      `${guid} is not the guid of ${firstUrl}`,
    );
  }),
  rule('P15', 'MUST', (feed) =>
    all(feed).flatMap((element) => [
      ...when(
        element.key === 'podcast:value' && count(element, 'valueRecipient') === 0,
        'podcast:value has no recipient',
      ),
      ...when(element.key === 'podcast:podroll' && count(element, 'remoteItem') === 0, 'podcast:podroll is empty'),
      ...when(element.key === 'podcast:publisher' && !isPublisher(element), 'podcast:publisher names no publisher'),
      ...when(
        element.key === 'podcast:valueTimeSplit' &&
          (count(element, 'remoteItem') === 1) === count(element, 'valueRecipient') > 0,
        'a valueTimeSplit has neither one remoteItem nor recipients',
      ),
    ]),
  ),
  rule('P16', 'MUST', (feed) =>
    all(feed)
      .filter(({ key }) => key === 'podcast:liveItem')
      .flatMap((live) => {
        const has = (key: string) => childrenOf(live, key).length > 0;
        return when(
          !has('guid') ||
            !has('title') ||
            !has('podcast:contentLink') ||
            !(has('enclosure') || has('podcast:alternateEnclosure')),
          'a liveItem lacks guid, title, media or contentLink',
        );
      }),
  ),
  rule('P17', 'MUST', (feed) =>
    all(feed).flatMap((parent) => {
      const interacts = childrenOf(parent, 'podcast:socialInteract');
      return interacts.flatMap(({ attributes: { protocol = '', uri, priority } }) => [
        ...when(!protocols.includes(protocol), `socialInteract over ${protocol}`),
        ...when(protocol !== 'disabled' && !uri, 'socialInteract has no uri'),
        ...when(interacts.length > 1 && !/^\d+$/.test(priority ?? ''), 'one of several socialInteract has no priority'),
      ]);
    }),
  ),
  rule('P18', 'MUST', (feed) =>
    all(feed)
      .filter(({ key }) => key === 'podcast:updateFrequency')
      .flatMap(({ attributes: { rrule, dtstart, complete } }) => [
        ...when(rrule !== undefined && !isRecurrence(rrule), `rrule is ${rrule}`),
        ...when(/(^|;)COUNT=/.test(rrule ?? '') && !dtstart, 'rrule counts without dtstart'),
        ...when(dtstart !== undefined && Number.isNaN(Date.parse(dtstart)), `dtstart is ${dtstart}`),
        ...when(complete !== undefined && !/^(true|false)$/.test(complete), `complete is ${complete}`),
      ]),
  ),
  itemRule('P19', 'SHOULD', (item) =>
    childrenOf(item, 'podcast:soundbite').flatMap(({ attributes: { startTime, duration } }) => {
      const [from, length] = [Number(startTime), Number(duration)];
      const end = Number(textOf(item, 'itunes:duration')) || Infinity;
      return [
        ...when(!(length >= 15 && length <= 120), `a soundbite of ${duration} s`),
        ...when(!(from >= 0 && from + length <= end + 1), `a soundbite from ${startTime} s leaves the episode`),
      ];
    }),
  ),
];

/** The podcast:guid of a feed by its address: UUIDv5 of the address without scheme and slashes at its end. */
export function toGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A recurrence of RFC 5545: parts once each, FREQ among them, not COUNT and UNTIL together. */
function isRecurrence(text: string): boolean {
  const parts = text.split(';').map((part) => part.split('='));
  const values = new Map(parts.map(([name, value]) => [name, value ?? '']));
  const forms: Record<string, RegExp> = {
    FREQ: /^(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
    COUNT: /^[1-9]\d*$/,
    INTERVAL: /^[1-9]\d*$/,
    UNTIL: /^\d{8}(T\d{6}Z?)?$/,
    WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
    BYDAY: /^([+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU),?)+$/,
  };
  const numbers = /^(BYSECOND|BYMINUTE|BYHOUR|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS)$/;
  return (
    values.size === parts.length &&
    values.has('FREQ') &&
    !(values.has('COUNT') && values.has('UNTIL')) &&
    [...values].every(([name, value]) =>
      numbers.test(name!) ? /^[+-]?\d+(,[+-]?\d+)*$/.test(value) : (forms[name!]?.test(value) ?? false),
    )
  );
}

function isPublisher(element: Element): boolean {
  const items = childrenOf(element, 'podcast:remoteItem');
  return items.length === 1 && items[0]!.attributes.medium === 'publisher';
}

function count(element: Element, name: string): number {
  return childrenOf(element, `podcast:${name}`).length;
}

function all(feed: FeedDocument): Element[] {
  return [...walk(feed.root)].map(({ element }) => element);
}
