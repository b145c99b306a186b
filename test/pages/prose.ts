/**
 * Words of this number that pack as ordinary prose does: 14 KB with brotli for 6,750 of them (ux 3.10). A few words are
 * said often and many seldom, as in speech; the same at every run.
 */
export function proseOf(count: number): string[] {
  const next = dice(7);
  const known = Array.from({ length: 1_400 }, (_, rank) => wordOf(next, rank));
  const words: string[] = [];
  while (words.length < count) {
    // What is said is often said again: two or three words that stood beside each other before.
    const from = Math.floor(next() * words.length);
    if (words.length > 50 && next() < 0.1) words.push(...words.slice(from, from + 2 + Math.floor(next() * 2)));
    else words.push(known[Math.floor(known.length ** next()) - 1]!);
  }
  return words.slice(0, count);
}

function wordOf(next: () => number, rank: number): string {
  const parts = 'tion ment re con de ver mar que plan ci sou ré pon li mo date chan ge per son éco ute sa voir'.split(
    ' ',
  );
  const length = Math.min(4, 1 + Math.floor(Math.log10(rank + 2) * (0.6 + next() * 0.9)));
  return Array.from({ length }, () => parts[Math.floor(next() * parts.length)]).join('');
}

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
