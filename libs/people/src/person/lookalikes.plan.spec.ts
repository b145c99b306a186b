import { findLookalikes } from './lookalikes.plan.js';

const person = (id: string, name: string, url?: string) => ({ id, name, links: url ? [{ label: '', url }] : [] });

describe('who may be recorded twice', () => {
  it('is found by the words of the name, an initial for the last one, or the same address on the web', () => {
    const found = findLookalikes([
      person('a', 'Karim Benali'),
      person('b', 'Karim B.'),
      person('c', 'BENALI Karim'),
      person('d', 'Mélanie Roy', 'https://www.roy.example/'),
      person('e', 'M. Roy-Côté', 'http://roy.example'),
    ]);
    expect(found.get('a')?.sort()).toEqual(['b', 'c']);
    expect(found.get('d')).toEqual(['e']);
  });

  it('is nobody who was said to be somebody else, until they look like a third', () => {
    const all = [person('a', 'Karim Benali'), person('b', 'Karim B.'), person('c', 'Karim-Benali')];
    const found = findLookalikes(all, [['b', 'a']]);
    expect([found.get('a'), found.get('b'), found.get('c')?.sort()]).toEqual([['c'], ['c'], ['a', 'b']]);
  });

  it('is nobody who only shares a first name, an initial, or nothing', () => {
    const found = findLookalikes([
      person('a', 'Karim Benali'),
      person('b', 'Karim Bernier'),
      person('c', 'Karim'),
      person('d', '李雷'),
      person('e', '王芳'),
    ]);
    expect([...found]).toEqual([]);
  });
});
