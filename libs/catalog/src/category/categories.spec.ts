import { categories, isCategory } from './categories.js';

describe('Apple’s categories (feed:C05)', () => {
  it('are nineteen, exact and case-sensitive', () => {
    expect(categories).toHaveLength(19);
    expect(isCategory('TV & Film', 'Film History')).toBe(true);
    expect(isCategory('Technology')).toBe(true);
    expect(isCategory('technology')).toBe(false);
    expect(isCategory('Business', 'Books')).toBe(false);
    expect(isCategory('', '')).toBe(false);
  });
});
