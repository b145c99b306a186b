import { type Finding, type FindingKind, timelineMs, type Timeline } from '#libs/ffmpeg';
import { toSpans } from './time-shift.plan.js';

/** Where the finished sound is weak, in its own time, and where a listener may skip to; null: it stays so to the end. */
export interface SoundNote {
  startMs: number;
  endMs: number;
  skipToMs: number | null;
  kind: FindingKind;
  measure: Readonly<Record<string, number | string>>;
}

/** What a listener hears and cannot change; everything else is the producer's business. */
const audible: readonly FindingKind[] = ['muffled', 'quiet-voice', 'noise', 'hum', 'clipped'];
/** Shorter weaknesses are over before they are read. */
const leastMs = 10_000;
const most = 4;
/** Skipping so close to the end is leaving. */
const endMs = 10_000;

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
  return [{ startMs: first.toMs, endMs: to, skipToMs: to < end - endMs ? to : null, kind, measure }];
}
