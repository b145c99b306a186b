import { Addresses } from '#libs/catalog';
import { episodeView, showView } from '../../../../test/feeds/views.js';
import { toPersonChannel } from './gathered-kinds.plan.js';
import { toPlaceholder, withSecret } from './placeholder.js';
import { toFilm, toLanguageChannel, toSeasonChannel, toSeriesChannel } from './show-kinds.plan.js';

const addresses = new Addresses('https://pod.example');
const show = showView();
const anEpisode = (changes: Parameters<typeof episodeView>[1] = {}) => episodeView(1, changes);

describe('the channel of a part of a show', () => {
  it('says what is true of the part, and nothing that is true of the whole only', () => {
    const moved = { ...show.feed, movedTo: 'https://elsewhere.example/feed.xml', complete: true };
    const season = toSeasonChannel({ ...show, language: 'en-CA', feed: { ...moved, seasons: [] } }, 3, addresses);
    expect(season.title).toMatch(/ – Season 3$/);
    expect(season.feed).toMatchObject({ movedTo: '', complete: false });
    const seasons = [{ number: 3, name: 'Le large' }];
    const named = toSeasonChannel({ ...show, language: 'fr-CA', feed: { ...moved, seasons } }, 3, addresses);
    expect(named.title).toMatch(/ – Saison 3\u00a0: Le large$/);
  });

  it('of a mini-series is complete when as many parts are out as it is to have', () => {
    const series = {
      id: 'm',
      showId: show.id,
      slug: 'panne',
      parts: 2,
      texts: [{ lang: 'fr', name: 'La panne', description: '' }],
    };
    const part = (n: number) => anEpisode({ series: { id: 'm', slug: 'panne', part: n, parts: 2, texts: [] } });
    const channel = (parts: number[]) => toSeriesChannel(show, series, parts.map(part), addresses);
    expect(channel([1]).feed.complete).toBe(false);
    expect(channel([1, 1]).feed.complete).toBe(false);
    expect(channel([1, 2])).toMatchObject({ type: 'serial', feed: { complete: true } });
  });

  it('of a language speaks it', () => {
    const texts = [
      { lang: 'fr', title: 'Des dates', description: 'Sans détour.' },
      { lang: 'en', title: 'Dates', description: 'Straight.' },
    ];
    const channel = toLanguageChannel(
      { ...show, language: 'fr-CA', texts },
      'en',
      [anEpisode({ language: 'en-CA' })],
      addresses,
    );
    expect(channel).toMatchObject({ title: 'Dates – in English', description: 'Straight.', language: 'en-CA' });
    expect(channel.pageUrl).toBe(addresses.show('en', show.slug));
  });

  it('of films takes an episode only with a film that apps play', () => {
    const { enclosure } = anEpisode();
    const film = { ...enclosure!, kind: 'video' as const, key: 'video/1/film.mp4', mime: 'video/mp4', bytes: 9 };
    const withFilm = anEpisode({ enclosure: { ...enclosure!, alternates: [film] } });
    expect(toFilm(withFilm)!.enclosure).toMatchObject({ mime: 'video/mp4', bytes: 9, alternates: [] });
    expect(toFilm(anEpisode({ enclosure: { ...enclosure!, alternates: [] } }))).toBeUndefined();
    const webm = { ...film, mime: 'video/webm' };
    expect(toFilm(anEpisode({ enclosure: { ...enclosure!, alternates: [webm] } }))).toBeUndefined();
  });
});

describe('the channel of a person', () => {
  it('shows their photo only where it is large enough for a cover', () => {
    const gathered = { home: { ...show, coverKey: 'image/show.jpg' }, shows: [show], episodes: [] };
    const person = { slug: 'jean', name: 'Jean', photoKey: 'image/jean.jpg', texts: [] };
    expect(toPersonChannel(gathered, { ...person, photoWidth: 1400 }, addresses).coverKey).toBe('image/jean.jpg');
    for (const photoWidth of [1399, null]) {
      expect(toPersonChannel(gathered, { ...person, photoWidth }, addresses).coverKey).toBe('image/show.jpg');
    }
  });
});

describe('the secret in a private feed', () => {
  it('is put into our own addresses only, never into a text that looks alike', () => {
    const id = '018f3b2a-0000-7000-8000-000000000001';
    const hole = toPlaceholder(id);
    const xml = `<a href="https://pod.example/f/${hole}/m/x.mp3"/><p>https://evil.example/f/${hole}/ ${hole}</p>`;
    const got = withSecret(xml, 'https://pod.example', id, 'beef');
    expect(got).toBe(`<a href="https://pod.example/f/beef/m/x.mp3"/><p>https://evil.example/f/${hole}/ ${hole}</p>`);
  });
});
