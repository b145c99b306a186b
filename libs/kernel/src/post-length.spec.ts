import { runInNewContext } from 'node:vm';
import { postLength } from './post-length.js';

describe('the length of a post', () => {
  it('counts an address as 23 on X and Mastodon, and in full elsewhere', () => {
    const text = 'À lire : https://estrade.example.org/fr/des-dates/87-quinze-ans-sans-budget?via=k3m9';
    expect(postLength('x', text)).toBe(9 + 23);
    expect(postLength('mastodon', text)).toBe(9 + 23);
    expect(postLength('bluesky', text)).toBe(text.length);
    expect(postLength('linkedin', text)).toBe(text.length);
  });

  it('counts what a reader sees as one: accents in two parts, families of emoji', () => {
    expect(postLength('bluesky', 'e\u0301te\u0301')).toBe(3);
    expect(postLength('bluesky', '👩‍👩‍👧')).toBe(1);
    expect(postLength('x', '👩‍👩‍👧')).toBe(2);
    expect(postLength('x', 'été')).toBe(3);
  });

  it('counts what is not Latin twice on X', () => {
    expect(postLength('x', '日本')).toBe(4);
    expect(postLength('x', '« ’ » – …')).toBe(10);
    expect(postLength('mastodon', '日本')).toBe(2);
  });

  it('runs where only its own source is known', () => {
    const alone = runInNewContext(`(${postLength.toString()})`) as typeof postLength;
    for (const network of ['x', 'bluesky', 'mastodon', 'linkedin'] as const) {
      expect(alone(network, 'Ça va ? https://a.example 日')).toBe(postLength(network, 'Ça va ? https://a.example 日'));
    }
  });
});
