import type { Segment } from '../transcript.plan.js';

const head = /^\s*(?:>>+\s*|[-–—]\s+)?([\p{Lu}\p{N}][\p{L}\p{M}\p{N}'’.\-()& ]{0,59}?)\s?:(?:\s+|$)/u;

/** A name before a colon, with what follows it; undefined where a line begins otherwise. */
export function splitName(text: string): { name: string; rest: string } | undefined {
  const found = head.exec(text);
  if (!found || !/\p{L}/u.test(found[1]!) || found[1]!.split(' ').length > 5) return undefined;
  return { name: found[1]!.trim(), rest: text.slice(found[0].length) };
}

/**
 * Which names before colons are those of speakers: people who are known, who come twice, or who are written in capitals.
 * A sentence such as `One thing: it works` has a colon too.
 */
export function chooseNames(found: readonly string[], known: readonly string[]): Set<string> {
  const wanted = new Set(known.map((name) => name.toLowerCase()));
  const times = new Map<string, number>();
  for (const name of found) times.set(name, (times.get(name) ?? 0) + 1);
  const chosen = [...times].filter(
    ([name, count]) =>
      count > 1 ||
      wanted.has(name.toLowerCase()) ||
      (name.length > 2 && name === name.toUpperCase() && /\p{L}/u.test(name)),
  );
  return new Set(chosen.map(([name]) => name));
}

/** Takes names off the heads of segments; who was named goes on speaking until the next name. */
export function takeNames(segments: readonly Segment[], known: readonly string[]): Segment[] {
  const split = segments.map((segment) => ({ segment, named: splitName(segment.text) }));
  const names = chooseNames(
    split.flatMap(({ named }) => named?.name ?? []),
    known,
  );
  let speaker = '';
  return split.map(({ segment, named }) => {
    if (!named || !names.has(named.name)) return { ...segment, speaker };
    speaker = named.name;
    return { ...segment, speaker, text: named.rest };
  });
}
