import { type FeedRef, isCalled, joinWishes, type Place, toRefs } from './feed-ref.plan.js';

const place: Place = {
  ...{ episodeId: 'e', showId: 's', eventId: 'v', isOut: true, season: 2, seriesId: 'm', language: 'fr' },
  ...{ track: 'Données & IA', hasVideo: true, tagSlugs: ['travail'], personIds: ['p'] },
};
const names = (refs: FeedRef[]) => refs.map(({ kind, subjectId, key }) => `${kind} ${subjectId} ${key}`.trim());

describe('the feeds that an episode is in', () => {
  it('are those of all that it belongs to', () => {
    expect(names(toRefs(place))).toEqual([
      'show s',
      'private s',
      'season s 2',
      'language s fr',
      'video s',
      'series m',
      'event v',
      'track v donnees-ia',
      'person p',
      'tag 00000000-0000-0000-0000-000000000000 travail',
    ]);
    const bare = { ...place, eventId: null, season: 0, seriesId: null, hasVideo: false, tagSlugs: [], personIds: [] };
    expect(names(toRefs(bare))).toEqual(['show s', 'private s', 'language s fr']);
  });

  it('are called into being by what is out, one per language only by a second language', () => {
    const called = (is: Place, languages: string[]) =>
      toRefs(is)
        .filter((ref) => isCalled(ref, is, new Set(languages)))
        .map(({ kind }) => kind);
    expect(called({ ...place, isOut: false }, [])).toEqual(['show', 'event']);
    expect(called(place, ['fr'])).not.toContain('language');
    expect(called(place, ['en', 'fr'])).toContain('language');
    expect(called(place, ['en', 'fr'])).not.toContain('private');
  });

  it('are ordered once each, in one order for everybody, and wanted if anything wants them', () => {
    const of = (kind: 'show' | 'tag', isWanted: boolean) => ({ kind, subjectId: 'x', key: '', isWanted });
    expect(joinWishes([of('tag', false), of('show', false), of('tag', true)])).toEqual([
      of('show', false),
      of('tag', true),
    ]);
  });
});
