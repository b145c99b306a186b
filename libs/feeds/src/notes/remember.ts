/**
 * A function of one string that remembers what it said, up to `most` characters of questions and answers; the longest
 * unasked is forgotten first. For what is costly and the same every time, so it never has to be told of a change.
 */
export function remember<T>(make: (text: string) => T, lengthOf: (made: T) => number, most: number) {
  const known = new Map<string, T>();
  let total = 0;
  const weigh = (text: string, made: T) => text.length + lengthOf(made);
  return (text: string): T => {
    const found = known.get(text);
    if (found !== undefined) {
      known.delete(text);
      known.set(text, found);
      return found;
    }
    const made = make(text);
    known.set(text, made);
    total += weigh(text, made);
    for (const [oldest, value] of known) {
      if (total <= most) break;
      known.delete(oldest);
      total -= weigh(oldest, value);
    }
    return made;
  };
}
