import { categories, isCategory } from '#libs/catalog';

interface Named {
  category: string;
  subcategory: string;
}

/** What Apple calls by now what feeds still call otherwise. */
const former: Readonly<Record<string, Named>> = {
  'games & hobbies': { category: 'Leisure', subcategory: '' },
  'sports & recreation': { category: 'Sports', subcategory: '' },
  'science & medicine': { category: 'Science', subcategory: '' },
  'government & organizations': { category: 'Government', subcategory: '' },
  'news & politics': { category: 'News', subcategory: 'Politics' },
};

/** The first of these that Apple has, told apart by its letters only; its own category without an unknown subcategory. */
export function findCategory(named: readonly Named[]): Named {
  for (const { category, subcategory } of named) {
    if (isCategory(category, subcategory)) return { category, subcategory };
    const known = categories.find(({ name }) => isSame(name, category));
    if (known)
      return { category: known.name, subcategory: known.subcategories.find((s) => isSame(s, subcategory)) ?? '' };
    const parent = categories.find(({ subcategories }) => subcategories.some((s) => isSame(s, category)));
    if (parent) return { category: parent.name, subcategory: parent.subcategories.find((s) => isSame(s, category))! };
    const renamed = former[category.trim().toLowerCase()];
    if (renamed) return renamed;
  }
  return { category: '', subcategory: '' };
}

function isSame(one: string, other: string): boolean {
  const letters = (text: string) =>
    text
      .toLowerCase()
      .replace(/&|\band\b/g, '')
      .replace(/[^a-z]/g, '');
  return letters(other) !== '' && letters(one) === letters(other);
}
