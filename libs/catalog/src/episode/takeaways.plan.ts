import { cleanLine, type FieldProblem, formatTimeCode } from '#libs/kernel';
import type { Takeaway } from './takeaway.js';

/** Three to seven are advised (`ux:L-03`); more than twenty are no takeaways. */
export const takeawaysMax = 20;
export const takeawayLength = 300;

/** One line each, in the order in which they were given; empty ones are left out. */
export function cleanTakeaways(takeaways: readonly Takeaway[]): Takeaway[] {
  return takeaways.map(({ text, atMs }) => ({ text: cleanLine(text), atMs })).filter(({ text }) => text !== '');
}

/** What is wrong with them. @param soundMs length of the finished sound; null: not known yet. */
export function findTakeawayProblems(
  takeaways: readonly Takeaway[],
  soundMs: number | null,
  path: string,
): FieldProblem[] {
  if (takeaways.length > takeawaysMax) {
    return [{ path, message: 'error.field.tooMany', params: { n: takeawaysMax } }];
  }
  return takeaways.flatMap(({ text, atMs }, i) => [
    ...(text.length > takeawayLength
      ? [{ path: `${path}.${i}.text`, message: 'error.field.tooLong', params: { n: takeawayLength } }]
      : []),
    ...findMomentProblems(atMs, soundMs, `${path}.${i}.atMs`),
  ]);
}

/** A moment that is not in the sound leads nowhere. */
export function findMomentProblems(
  ms: number | null | undefined,
  soundMs: number | null,
  path: string,
): FieldProblem[] {
  if (ms == null || soundMs === null || ms < soundMs) return [];
  return [{ path, message: 'error.field.feed.outside', params: { end: formatTimeCode(soundMs) } }];
}
