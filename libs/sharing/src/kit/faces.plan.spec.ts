import { facesIn, losesFace } from './faces.plan.js';

const card = (...keys: (string | null)[]) => ({ title: 'Une date', people: keys.map((photoKey) => ({ photoKey })) });

describe('the faces on a piece', () => {
  it('are found in cards, in what a clip or a slide is drawn from, and in the photo itself', () => {
    expect(facesIn('card', card('image/a.jpg', null, 'image/b.jpg'))).toEqual(['image/a.jpg', 'image/b.jpg']);
    expect(facesIn('clip', { source: { key: 'x' }, content: card('image/a.jpg') })).toEqual(['image/a.jpg']);
    expect(facesIn('clip', { source: { key: 'x' }, content: null })).toEqual([]);
    expect(facesIn('photo', { key: 'image/a.jpg', credit: '', licence: '' })).toEqual(['image/a.jpg']);
  });

  it('are lost when one is taken away or replaced, not when another comes', () => {
    expect(losesFace('card', card('image/a.jpg'), card(null))).toBe(true);
    expect(losesFace('card', card('image/a.jpg'), card('image/b.jpg'))).toBe(true);
    expect(losesFace('card', card('image/a.jpg'), card('image/b.jpg', 'image/a.jpg'))).toBe(false);
    expect(losesFace('card', card(null), card('image/a.jpg'))).toBe(false);
  });
});
