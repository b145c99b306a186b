import { Addresses, type EpisodeView } from '#libs/catalog';
import { host, episodeView, showFeedView, showView, toFeedView } from '../../../../test/feeds/views.js';
import { readFeedDocument } from '../diff/feed-document.xml.js';
import { buildFeedXml } from '../feed/feed.xml.js';
import type { FeedView } from '../feed/feed.view.js';
import { findFeedAdvice } from './feed-advice.plan.js';

const addresses = new Addresses('https://pod.example');
const documentOf = (view: FeedView) =>
  readFeedDocument(buildFeedXml(view, addresses, new Date('2026-11-22T10:00:00Z')).xml);
const view = (show: Parameters<typeof showView>[0] = {}, episodes: EpisodeView[] = [episodeView(1)]): FeedView =>
  toFeedView({ show: showView(show), event: null, episodes }, addresses);
const advise = (of: FeedView, more: object = {}) => findFeedAdvice({ view: of, document: documentOf(of), ...more });
const ids = (of: FeedView, more: object = {}) => advise(of, more).map(({ id }) => id);
const texts = (title: string, notes = '', summary = 'Short.') => [
  { lang: 'fr', slug: 'x', title, summary, notes, takeaways: [] },
];

describe('advice on a feed', () => {
  it('has nothing to say of a sound one', () => {
    const of = toFeedView(showFeedView(), addresses);
    expect(advise({ ...of, episodes: of.episodes.map((each) => ({ ...each, appearances: [] })) })).toEqual([]);
  });

  it('says what directories refuse or ask for of the show, blocking first', () => {
    const bare = { ownerEmail: '', coverKey: null, category: 'Nonsense', author: '', texts: [] };
    expect(ids(view(bare, []))).toEqual([
      'no-cover',
      'no-category',
      'empty',
      'owner-email',
      'no-description',
      'no-author',
    ]);
    expect(advise(view({ ownerEmail: '' }))[0]).toMatchObject({
      id: 'owner-email',
      level: 'advisory',
      episodeId: null,
    });
    expect(ids(view({ coverWidth: 1200 } as never))).toContain('cover-size');
  });

  it('counts the bytes of the show’s description, not its characters', () => {
    const description = (n: number) => [{ lang: 'fr', title: 'x', description: 'é'.repeat(n) }];
    expect(ids(view({ texts: description(2000) }))).not.toContain('show-description-long');
    expect(advise(view({ texts: description(2001) }))[0]).toMatchObject({
      ...{ id: 'show-description-long', params: { bytes: 4002, max: 4000 } },
    });
  });

  it('looks at titles, notes and numbers of each episode', () => {
    const one = (changes: Partial<EpisodeView>) => ids(view({}, [episodeView(1, { appearances: [], ...changes })]));
    expect(one({ texts: texts('Ep. 4: Les dates') })).toEqual(['title-number']);
    expect(one({ texts: texts('Episode of my life') })).toEqual([]);
    expect(one({ texts: texts('x'.repeat(256)) })).toEqual(['title-long']);
    expect(one({ texts: texts('') })).toEqual(['no-title']);
    expect(one({ texts: texts('x', 'word '.repeat(1500)) })).toEqual(['notes-long']);
    expect(one({ texts: texts('x', '', ''), chapters: [] })).toEqual(['no-notes']);
    expect(ids(view({ type: 'serial' }, [episodeView(1, { appearances: [], number: null })]))).toEqual([
      'number-missing',
    ]);
  });

  it('finds two full episodes of one number, and names both', () => {
    const two = [1, 2].map((n) => episodeView(n, { appearances: [], number: 7 }));
    expect(advise(view({}, two)).map(({ id, episodeId }) => [id, episodeId])).toEqual([
      ['number-twice', two[1]!.id],
      ['number-twice', two[0]!.id],
    ]);
    expect(ids(view({}, [two[0]!, { ...two[1]!, type: 'bonus' }]))).toEqual([]);
  });

  it('says what platforms refuse of chapters, each reason once', () => {
    const chapters = [5, 8].map((s) => ({ startMs: s * 1000, title: `At ${s}`, url: '' }));
    expect(ids(view({}, [episodeView(1, { appearances: [], chapters })]))).toEqual([
      'chapters-first',
      'chapters-few',
      'chapters-short',
    ]);
  });

  it('blocks what has no file, and what announces a file that is gone (feed:N01)', () => {
    const episode = episodeView(1, { appearances: [] });
    expect(advise(view({}, [episode]), { deadFiles: new Set([episode.enclosure!.key]) })).toMatchObject([
      { id: 'dead-enclosure', level: 'blocking', field: 'audio' },
    ]);
    expect(ids(view({}, [{ ...episode, enclosure: null }]))).toEqual(['no-audio']);
  });

  it('says whose address apps do not get (feed:P07)', () => {
    const appearance = { ...episodeView(1).appearances[0]!, person: { ...host, url: 'http://plain.example' } };
    expect(advise(view({}, [episodeView(1, { appearances: [appearance] })]))).toMatchObject([
      { id: 'links-dropped', params: { n: 1 } },
    ]);
  });

  it('counts the soundbites that the feed leaves out: too short, or beyond the end of the sound (feed:P19)', () => {
    const { enclosure, feed } = episodeView(1);
    const end = enclosure!.durationMs;
    const soundbites = [
      { startMs: 0, durationMs: 14_000, title: '' },
      { startMs: 0, durationMs: 20_000, title: '' },
      { startMs: end - 10_000, durationMs: 20_000, title: '' },
    ];
    const episode = episodeView(1, { appearances: [], feed: { ...feed, soundbites } });
    expect(advise(view({}, [episode]))).toMatchObject([{ id: 'soundbite-length', params: { n: 2 } }]);
  });
});

describe('advice on guids', () => {
  const episode = episodeView(1, { appearances: [] });
  const before = documentOf(view({}, [episode]));

  it('blocks another guid of the same file or page (feed:G01)', () => {
    const changed = { ...episode, guid: 'another' };
    expect(advise(view({}, [changed]), { before })).toMatchObject([
      { id: 'guid-changed', level: 'blocking', params: { before: episode.guid, guid: 'another' } },
    ]);
  });

  it('says nothing of new episodes, titles and files', () => {
    const files = { ...episode, enclosure: { ...episode.enclosure!, revisionNumber: 3 } };
    expect(ids(view({}, [files, episodeView(2, { appearances: [] })]), { before })).toEqual([]);
  });

  it('blocks another podcast:guid (feed:P12)', () => {
    const other = '917393e3-1b1e-5cef-ace4-edaa54e1f810';
    expect(ids(view({ podcastGuid: other }, [episode]), { before })).toEqual(['show-guid-changed']);
  });

  it('blocks a guid that two episodes have (feed:I07)', () => {
    const twin = { ...episodeView(2, { appearances: [] }), guid: episode.guid };
    expect(ids(view({}, [episode, twin]))).toEqual(['guid-twice', 'guid-twice']);
  });
});
