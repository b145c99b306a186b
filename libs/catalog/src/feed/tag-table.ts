import { child, may, maybeText, must, oneOf, tag, type TagSchema, text, url } from './tag-schema.js';
import { mediums } from './feed-settings.js';

const live = 'podcast:liveItem';
const everywhere = ['channel', 'item'];
const listMediums = [...mediums, 'publisher'].flatMap((medium) => [medium, `${medium}l`]);
const person = { attributes: [may('role'), may('group'), may('img', url), may('href', url)], text: text() };
const length = { kind: 'integer', max: 15 } as const;
const seconds = { kind: 'number', max: 15 } as const;
const remote = [
  must('feedGuid', { kind: 'uuid' }),
  may('feedUrl', url),
  may('itemGuid', { max: 1000 }),
  may('medium', oneOf(...listMediums, 'mixed')),
  may('title'),
];

/**
 * The podcast namespace as of 13 May 2026 (feeds.md, section 2; `feed:P01` to `feed:P18`), the iTunes tags that have no
 * field here, and what RSS has for a live item. Both the check of a form and the studio's editor read it.
 */
export const tagTable: readonly TagSchema[] = [
  tag('podcast:value', 'channel item podcast:liveItem', {
    attributes: [must('type'), must('method'), may('suggested', { kind: 'number' })],
    children: [child('podcast:valueRecipient', 1, 50), child('podcast:valueTimeSplit', 0, 100)],
  }),
  tag('podcast:valueRecipient', 'podcast:value podcast:valueTimeSplit', {
    attributes: [
      may('name'),
      must('type', oneOf('node', 'lnaddress')),
      must('address', { max: 500 }),
      must('split', length),
      may('customKey'),
      may('customValue', { max: 1000 }),
      may('fee', { kind: 'boolean' }),
    ],
  }),
  tag('podcast:valueTimeSplit', 'podcast:value', {
    attributes: [
      must('startTime', seconds),
      must('duration', seconds),
      may('remoteStartTime', seconds),
      may('remotePercentage', seconds),
    ],
    children: [child('podcast:remoteItem', 0, 1), child('podcast:valueRecipient', 0, 50)],
    needs: ['podcast:remoteItem', 'podcast:valueRecipient'],
    either: ['podcast:remoteItem', 'podcast:valueRecipient'],
  }),
  tag(live, 'channel', {
    attributes: [
      must('status', oneOf('pending', 'live', 'ended')),
      must('start', { kind: 'moment' }),
      may('end', { kind: 'moment' }),
    ],
    children: [
      child('title', 1, 1),
      child('guid', 1, 1),
      child('link', 0, 1),
      child('description', 0, 1),
      child('enclosure', 0, 1),
      child('podcast:alternateEnclosure'),
      child('podcast:contentLink', 1),
      child('podcast:person'),
      child('podcast:image'),
      child('podcast:chat', 0, 1),
      child('podcast:funding'),
      child('podcast:location'),
      child('podcast:value'),
    ],
    needs: ['enclosure', 'podcast:alternateEnclosure'], // feed:P16
  }),
  tag('title', live, { text: text({ max: 255 }), once: true }),
  tag('guid', live, {
    text: text({ max: 1000 }),
    attributes: [may('isPermaLink', { kind: 'boolean' })],
    once: true,
  }),
  tag('link', live, { text: text(url), once: true }),
  tag('description', live, { text: text({ max: 4000 }), once: true }),
  tag('enclosure', live, {
    attributes: [must('url', url), must('type', { kind: 'mime' }), must('length', length)],
    once: true,
  }),
  tag('podcast:alternateEnclosure', `item ${live}`, {
    written: ['item'],
    attributes: [
      must('type', { kind: 'mime' }),
      may('length', length),
      may('bitrate', seconds),
      may('height', length),
      may('lang', { kind: 'language' }),
      may('title', { max: 32 }),
      may('rel', { max: 32 }),
      may('codecs'),
      may('default', { kind: 'boolean' }),
    ],
    children: [child('podcast:source', 1), child('podcast:integrity', 0, 1)],
  }),
  tag('podcast:source', 'podcast:alternateEnclosure', {
    attributes: [must('uri', url), may('contentType', { kind: 'mime' })],
  }),
  tag('podcast:integrity', 'podcast:alternateEnclosure', {
    attributes: [must('type', oneOf('sri', 'pgp-signature')), must('value', { max: 4000 })],
    once: true,
  }),
  tag('podcast:contentLink', `item ${live}`, { attributes: [must('href', url)], text: text() }),
  tag('podcast:chat', `channel item ${live}`, {
    attributes: [
      must('server', { kind: 'host' }),
      must('protocol', oneOf('irc', 'xmpp', 'nostr', 'matrix')),
      may('accountId'),
      may('space'),
    ],
    once: true,
  }),
  tag('podcast:socialInteract', 'channel item', {
    attributes: [
      must('protocol', oneOf('disabled', 'activitypub', 'twitter', 'lightning', 'atproto', 'hive', 'matrix', 'nostr')),
      may('uri', { max: 2000 }), // an at:// or nostr: address is one too
      may('accountId'),
      may('accountUrl', url),
      may('priority', length),
    ],
  }),
  tag('podcast:image', `channel item ${live}`, {
    attributes: [
      must('href', url),
      may('alt', { max: 500 }),
      may('aspect-ratio', { kind: 'ratio' }),
      may('width', length),
      may('height', length),
      may('type', { kind: 'mime' }),
      may('purpose'),
    ],
  }),
  tag('podcast:trailer', 'channel', {
    attributes: [
      must('url', url),
      must('pubdate', { kind: 'mail-date' }),
      may('length', length),
      may('type', { kind: 'mime' }),
      may('season', length),
    ],
    text: text(),
  }),
  tag('podcast:txt', 'channel item', { attributes: [may('purpose')], text: text({ max: 4000 }) }),
  // Without an id it is said by a field; here it is for one platform.
  tag('podcast:block', 'channel', { attributes: [must('id')], text: text(oneOf('yes', 'no')) }),
  tag('podcast:remoteItem', 'channel podcast:podroll podcast:publisher podcast:valueTimeSplit', { attributes: remote }),

  tag('itunes:title', 'channel item', { text: text({ max: 255 }), once: true }),
  tag('itunes:subtitle', 'channel item', { text: text({ max: 255 }), once: true }),
  tag('itunes:keywords', 'channel item', { text: text({ max: 255 }), once: true }),

  // What the product writes from fields; a live item may still have some of them.
  tag('podcast:person', `channel item ${live}`, { ...person, written: everywhere }),
  tag('podcast:funding', `channel item ${live}`, {
    ...{ attributes: [must('url', url)], text: text(), written: everywhere },
  }),
  tag('podcast:location', `channel item ${live}`, {
    attributes: [may('rel', oneOf('subject', 'creator')), may('geo'), may('osm'), may('country')],
    ...{ text: text(), written: everywhere },
  }),
  tag('podcast:guid', 'channel', { text: text({ kind: 'uuid' }), once: true, written: everywhere }),
  tag('podcast:locked', 'channel', {
    ...{ attributes: [may('owner', { kind: 'email' })], text: text(oneOf('yes', 'no')) },
    ...{ once: true, written: everywhere },
  }),
  tag('podcast:medium', 'channel', { text: text(oneOf(...listMediums, 'mixed')), once: true, written: everywhere }),
  tag('podcast:transcript', 'item', {
    attributes: [must('url', url), must('type', { kind: 'mime' }), may('language'), may('rel', oneOf('captions'))],
    written: everywhere,
  }),
  tag('podcast:chapters', 'item', {
    ...{ attributes: [must('url', url), must('type', { kind: 'mime' })], once: true, written: everywhere },
  }),
  tag('podcast:soundbite', 'item', {
    ...{ attributes: [must('startTime', seconds), must('duration', seconds)], text: maybeText() },
    written: everywhere,
  }),
  tag('podcast:season', 'item', {
    ...{ attributes: [may('name')], text: text(length), once: true, written: everywhere },
  }),
  tag('podcast:episode', 'item', {
    ...{ attributes: [may('display', { max: 32 })], text: text(seconds), once: true, written: everywhere },
  }),
  tag('podcast:license', 'channel item', {
    ...{ attributes: [may('url', url)], text: text(), once: true, written: everywhere },
  }),
  tag('podcast:podroll', 'channel', {
    ...{ children: [child('podcast:remoteItem', 1, 100)], once: true, written: everywhere },
  }),
  tag('podcast:publisher', 'channel', {
    ...{ children: [child('podcast:remoteItem', 1, 1)], once: true, written: everywhere },
  }),
  tag('podcast:updateFrequency', 'channel', {
    attributes: [may('complete', { kind: 'boolean' }), may('dtstart', { kind: 'moment' }), may('rrule', { max: 500 })],
    ...{ text: text(), once: true, written: everywhere },
  }),
  tag('podcast:podping', 'channel', {
    ...{ attributes: [may('usesPodping', { kind: 'boolean' })], once: true, written: everywhere },
  }),
];

const byName = new Map(tagTable.map((schema) => [schema.name, schema]));

export function findTagSchema(name: string): TagSchema | undefined {
  return byName.get(name);
}
