import { type Finding, type FindingKind, timelineMs, type Timeline } from '#libs/ffmpeg';
import { toSpans } from './time-shift.plan.js';

/** Where the finished sound is weak, in its own time, and where a listener may skip to; null: it stays so to the end. */
export interface SoundNote {
  startMs: number;
  endMs: number;
  skipToMs: number | null;
  /** Which part of the sound it is, for the sentence. */
  where: 'all' | 'start' | 'end' | 'middle';
  kind: FindingKind;
  measure: Readonly<Record<string, number | string>>;
}

/** What a listener hears and cannot change; everything else is the producer's business. */
const audible: readonly FindingKind[] = ['muffled', 'quiet-voice', 'noise', 'hum', 'clipped'];
/** Shorter weaknesses are over before they are read. */
const leastMs = 10_000;
const most = 4;
/** So close to the start or the end it is the start or the end. */
const edgeMs = 10_000;

/** The honest note about a sound (`ux:L-05`): what is weak, was not mended, and is left in it; the first few, in order. */
export function toSoundNotes(findings: readonly Finding[], timeline: Timeline): SoundNote[] {
  const end = timelineMs(timeline);
  return findings
    .filter(({ kind, weight, isMended }) => audible.includes(kind) && weight === 'problem' && !isMended)
    .flatMap((finding) => toNote(finding, timeline, end))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
    .slice(0, most);
}

function toNote({ kind, measure, startMs, endMs: until }: Finding, timeline: Timeline, end: number): SoundNote[] {
  const part = { source: 'recording' as const, startMs, endMs: until, fadeInMs: 0, fadeOutMs: 0 };
  const spans = toSpans({ timeline: { clips: [part] }, originalKey: null }, { timeline, originalKey: null });
  const heard = spans.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || heard < leastMs) return [];
  const to = last.toMs + last.lengthMs;
  const skipToMs = to < end - edgeMs ? to : null;
  return [{ startMs: first.toMs, endMs: to, skipToMs, where: toPart(first.toMs < edgeMs, !skipToMs), kind, measure }];
}

function toPart(isFromStart: boolean, isToEnd: boolean): SoundNote['where'] {
  if (isFromStart) return isToEnd ? 'all' : 'start';
  return isToEnd ? 'end' : 'middle';
}
