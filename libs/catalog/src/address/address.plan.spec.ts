import { chooseSlug, toEpisodeSlug } from './address.plan.js';

describe('the address of an episode', () => {
  it('is its number and its folded title', () => {
    expect(toEpisodeSlug('L’été, « enfin » !', 87)).toBe('87-l-ete-enfin');
    expect(toEpisodeSlug('日本語', null)).toBe('episode');
  });

  it('is the first that nobody has under the same parent', () => {
    const rows = [
      { episodeId: 'b', slug: 'titre' },
      { episodeId: 'c', slug: 'titre-1' },
    ];
    expect(chooseSlug('a', 'titre', rows)).toBe('titre-2');
  });

  it('stays, and comes back when a title comes back', () => {
    const rows = [
      { episodeId: 'a', slug: 'titre-1' },
      { episodeId: 'b', slug: 'titre' },
    ];
    expect(chooseSlug('a', 'titre', rows)).toBe('titre-1');
    expect(chooseSlug('a', 'titre', [{ episodeId: 'a', slug: 'titre' }])).toBe('titre');
  });

  it('is not an earlier one that only looks alike', () => {
    expect(chooseSlug('a', 'partie', [{ episodeId: 'a', slug: 'partie-2' }])).toBe('partie');
  });
});
