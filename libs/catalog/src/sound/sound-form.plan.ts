import { type TimeRange, toTimeline, timelineMs } from '#libs/ffmpeg';
import { cleanLine, type FieldProblem, formatTimeCode } from '#libs/kernel';
import type { SoundDefaults } from './sound-settings.plan.js';

/** What an episode's form says of its sound. `noteShown` absent: stays as it is. */
export interface EpisodeSoundForm {
  own: Partial<SoundDefaults>;
  only: TimeRange | null;
  leave: readonly TimeRange[];
  cuts: readonly TimeRange[];
  noteShown?: boolean;
}

/** What a piece is called, and what is said of it in the notes. */
export interface PieceForm {
  name: string;
  licence: string;
}

export const rangesMax = 500;
/** Less than this is nothing to publish. */
const leastMs = 1_000;
/** A length in whole milliseconds may be rounded up. */
const slackMs = 20;

/** What is wrong with the ranges of an episode's form. @param durationMs of the recording; null: nobody knows yet. */
export function findRangeProblems(
  { only, leave, cuts }: Pick<EpisodeSoundForm, 'only' | 'leave' | 'cuts'>,
  durationMs: number | null,
): FieldProblem[] {
  const named: [string, TimeRange][] = [
    ...(only ? [['only', only] as [string, TimeRange]] : []),
    ...leave.map((range, i): [string, TimeRange] => [`leave.${i}`, range]),
    ...cuts.map((range, i): [string, TimeRange] => [`cuts.${i}`, range]),
  ];
  const problems = named.flatMap(([path, range]) => findProblems(path, range, durationMs));
  if (problems.length > 0 || durationMs === null || cuts.length === 0) return problems;
  const isTooShort = timelineMs(toTimeline(durationMs, cuts)) < Math.min(leastMs, durationMs);
  return isTooShort ? [{ path: 'cuts', message: 'error.field.sound.all' }] : [];
}

/** The ranges in order, none of them past the end. */
export function cleanRanges(ranges: readonly TimeRange[], durationMs: number | null): TimeRange[] {
  return ranges
    .map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs, durationMs ?? endMs) }))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

/** A piece's words on one line each. */
export function cleanPiece<T extends Partial<PieceForm>>(form: T): T {
  const { name, licence } = form;
  return {
    ...form,
    ...(name !== undefined && { name: cleanLine(name) }),
    ...(licence !== undefined && { licence: cleanLine(licence) }),
  };
}

/** What is wrong with a cleaned piece. */
export function findPieceProblems({ name, licence }: Partial<PieceForm>): FieldProblem[] {
  return [
    ...(name === '' ? [{ path: 'name', message: 'error.field.required' }] : []),
    ...((name?.length ?? 0) > 120 ? [{ path: 'name', message: 'error.field.tooLong', params: { n: 120 } }] : []),
    ...((licence?.length ?? 0) > 300 ? [{ path: 'licence', message: 'error.field.tooLong', params: { n: 300 } }] : []),
  ];
}

function findProblems(path: string, { startMs, endMs }: TimeRange, durationMs: number | null): FieldProblem[] {
  if (endMs <= startMs) {
    return [{ path, message: 'error.field.sound.backwards', params: { at: formatTimeCode(startMs) } }];
  }
  if (durationMs !== null && (startMs >= durationMs || endMs > durationMs + slackMs)) {
    return [{ path, message: 'error.field.sound.outside', params: { end: formatTimeCode(durationMs) } }];
  }
  return [];
}
