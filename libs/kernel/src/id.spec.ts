import { hashSecret, isId, newGuid, newId, newSecret, uuidV5 } from './id.js';

describe('ids', () => {
  it('orders by the time at which they were made', () => {
    const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((now) => newId(now));
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every(isId)).toBe(true);
    expect(ids[0]![14]).toBe('7');
  });

  it.each([
    ['mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
    ['podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ])('computes the guid that the podcast namespace gives for %s (feed:P12)', (feed, guid) => {
    expect(uuidV5('ead4c236-bf58-58c6-a2c6-a6b28d128cb6', feed)).toBe(guid);
  });

  it('makes guids and secrets that do not repeat', () => {
    expect(new Set(Array.from({ length: 100 }, newGuid)).size).toBe(100);
    expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100);
    expect(hashSecret('a')).toHaveLength(64);
  });

  it.each(['', 'x', '1', "'; drop table users", { $ne: 1 }, null])('does not take %p for one', (value) => {
    expect(isId(value)).toBe(false);
  });
});
