import type { TagRecord } from './feed-settings.js';
import { cleanTags, findTagProblems, type TagPlace } from './tag-records.plan.js';

const tag = (name: string, attributes: Record<string, string> = {}, text = '', children: TagRecord[] = []) => ({
  ...{ name, attributes, text, children },
});
const problems = (records: TagRecord[], place: TagPlace = 'channel') =>
  findTagProblems(cleanTags(records), place).map(
    ({ path, message }) => `${path} ${message.replace('error.field.', '')}`,
  );

const recipient = tag('podcast:valueRecipient', { type: 'node', address: '02d5', split: '100' });
const remote = tag('podcast:remoteItem', { feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810' });
const value = (...children: TagRecord[]) =>
  tag('podcast:value', { type: 'lightning', method: 'keysend' }, '', children);
const live = (...more: TagRecord[]) =>
  tag('podcast:liveItem', { status: 'live', start: '2026-12-01T18:00:00Z' }, '', [
    tag('title', {}, 'Live'),
    tag('guid', {}, 'g-1'),
    tag('podcast:contentLink', { href: 'https://live.example' }, 'Watch'),
    ...more,
  ]);
const stream = tag('enclosure', { url: 'https://live.example/a.mp3', type: 'audio/mpeg', length: '1' });

describe('a tag written by hand', () => {
  it.each<[string, TagRecord, TagPlace]>([
    ['value with recipients', value(recipient), 'channel'],
    ['value on an item', value(recipient), 'item'],
    [
      'a split that pays another feed',
      value(recipient, tag('podcast:valueTimeSplit', { startTime: '60', duration: '237.5' }, '', [remote])),
      'item',
    ],
    ['a live item with an enclosure', live(stream), 'channel'],
    ['chat', tag('podcast:chat', { server: 'irc.example.org', protocol: 'irc' }), 'item'],
    ['comments elsewhere', tag('podcast:socialInteract', { protocol: 'atproto', uri: 'at://did:plc:1/app/2' }), 'item'],
    [
      'a picture in another shape',
      tag('podcast:image', { href: 'https://a.example/b.png', 'aspect-ratio': '16/9' }),
      'item',
    ],
    ['a block for one platform', tag('podcast:block', { id: 'spotify' }, 'no'), 'channel'],
    ['a text for somebody', tag('podcast:txt', { purpose: 'release' }, 'x'.repeat(4000)), 'item'],
    ['an item of another feed', remote, 'channel'],
  ])('may be %s', (_, record, place) => {
    expect(problems([record], place)).toEqual([]);
  });

  it.each<[string, TagRecord | TagRecord[], string]>([
    ['is unknown (P01)', tag('podcast:mood', {}, 'calm'), 'tags.0.name feed.tag'],
    ['is of another language', tag('script'), 'tags.0.name feed.tag'],
    [
      'stands elsewhere (P02)',
      tag('podcast:contentLink', { href: 'https://a.example' }, 'A'),
      'tags.0.name feed.place',
    ],
    ['has a field', tag('podcast:guid', {}, remote.attributes['feedGuid']), 'tags.0.name feed.hasField'],
    [
      'may be there once (P03)',
      [1, 2].map(() => tag('podcast:chat', { server: 'a.example', protocol: 'irc' })),
      'tags.1.name feed.once',
    ],
    ['lacks what it needs (P04)', tag('podcast:image'), 'tags.0.attributes.href required'],
    ['is not one of the words (P05)', tag('podcast:block', { id: 'x' }, 'maybe'), 'tags.0.text wrongChoice'],
    ['is too long (P06)', tag('podcast:txt', { purpose: 'p'.repeat(129) }, 'x'), 'tags.0.attributes.purpose tooLong'],
    [
      'is not https (P07)',
      tag('podcast:image', { href: 'http://a.example/b.png' }),
      'tags.0.attributes.href feed.https',
    ],
    ['runs code', tag('podcast:image', { href: 'javascript:alert(1)' }), 'tags.0.attributes.href feed.https'],
    [
      'has a strange attribute (P09)',
      tag('podcast:txt', { onclick: 'x' }, 'x'),
      'tags.0.attributes.onclick feed.attribute',
    ],
    ['names no feed (P10)', tag('podcast:remoteItem', { feedGuid: 'x' }), 'tags.0.attributes.feedGuid feed.uuid'],
    ['pays nobody (P15)', value(), 'tags.0.children feed.needs'],
    [
      'pays a feed and people (P15)',
      value(recipient, tag('podcast:valueTimeSplit', { startTime: '1', duration: '2' }, '', [remote, recipient])),
      'tags.0.children.1.children feed.either',
    ],
    ['is live without a source (P16)', live(), 'tags.0.children feed.needs'],
    [
      'has no address for comments (P17)',
      tag('podcast:socialInteract', { protocol: 'nostr' }),
      'tags.0.attributes.uri required',
    ],
    ['has a text where none belongs', { ...remote, text: 'x' }, 'tags.0.text feed.noText'],
    ['has a wrong child', value(recipient, stream), 'tags.0.children.1.name feed.place'],
  ])('is refused when it %s', (_, records, problem) => {
    expect(problems([records].flat())).toContain(problem);
  });

  it('needs an order when comments are in several places (P17)', () => {
    const at = (protocol: string, more = {}) =>
      tag('podcast:socialInteract', { protocol, uri: 'https://a.example', ...more });
    expect(problems([at('nostr'), at('hive', { priority: '2' })])).toEqual([
      'tags.0.attributes.priority feed.priority',
    ]);
    expect(problems([tag('podcast:socialInteract', { protocol: 'disabled' }), at('hive', { priority: '2' })])).toEqual([
      'tags.0.attributes.protocol feed.disabledAlone',
    ]);
  });

  it('is cleaned: control characters, white space, empty attributes, the date of a trailer', () => {
    const [clean] = cleanTags([
      tag(
        'podcast:trailer',
        { url: ' https://a.example/t.mp3 ', pubdate: '2026-05-12T18:00:00Z', season: '' },
        'A\u000b  b',
      ),
    ]);
    expect(clean).toEqual(
      tag('podcast:trailer', { url: 'https://a.example/t.mp3', pubdate: 'Tue, 12 May 2026 18:00:00 GMT' }, 'A b'),
    );
  });

  it('does not go deeper than the namespace does', () => {
    const deep = (n: number): TagRecord => tag('podcast:value', {}, '', n > 0 ? [deep(n - 1)] : []);
    const depthOf = ({ children }: TagRecord): number => 1 + Math.max(0, ...children.map(depthOf));
    expect(depthOf(cleanTags([deep(5000)])[0]!)).toBe(4);
  });
});
