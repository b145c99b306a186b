import { usualOrder } from '#libs/ffmpeg';
import { toRenderOrder } from './render-order.plan.js';

const show = {
  language: 'fr-CA',
  author: 'Atelier Nord',
  coverKey: 'image/show.jpg',
  texts: [{ lang: 'fr', title: 'Émission' }],
};
const copy = {
  texts: [
    { lang: 'en', title: 'Dates', summary: '' },
    { lang: 'fr', title: 'Des dates', summary: 'Résumé' },
  ],
  number: 87,
  language: 'en-CA',
  chapters: [{ startMs: 0, title: 'Un', url: 'https://example.org' }],
  coverKey: null,
};
const wish = {
  sound: usualOrder,
  intro: { recordingId: 'jingle', fadeInMs: 0, fadeOutMs: 800 },
  outro: null,
  outputs: { opus: true, m4a: false, video: false, hls: false },
};
const order = (given: object = {}) =>
  toRenderOrder('r1', show as never, { ...copy, ...given } as never, new Date('2026-05-12T23:00:00Z'), wish);

describe('the order to render', () => {
  it('has the sound as wished, tags in the show’s language, chapters and the cover', () => {
    expect(order()).toEqual({
      recordingId: 'r1',
      ...wish,
      tags: {
        ...{ title: 'Des dates', artist: 'Atelier Nord', album: 'Émission', date: '2026-05-12', track: '87' },
        ...{ language: 'en-CA', publisher: 'Atelier Nord', comment: 'Résumé' },
      },
      chapters: [{ startMs: 0, title: 'Un' }],
      coverKey: 'image/show.jpg',
    });
  });

  it('falls back to the show where the episode says nothing', () => {
    expect(order({ texts: [], coverKey: 'image/own.jpg' })).toMatchObject({
      tags: { title: 'Émission' },
      coverKey: 'image/own.jpg',
    });
  });
});
