import type { Segment } from '../transcript.plan.js';
import { type ReadTranscript, remark } from './read-transcript.js';

/**
 * JSON of the podcast namespace (1.0: `segments` with startTime, endTime, speaker, body, in seconds), and the lists of
 * `{ start, end, text }` that recognisers write. Single words become sentences.
 */
export function readJson(text: string): ReadTranscript {
  const list = toList(parse(text));
  if (!list) return { segments: [], problems: [remark(1, 'json')] };
  const segments = list.map(toSegment);
  const problems = segments.flatMap((segment, i) => (segment ? [] : [remark(i + 1, 'segment', { n: i + 1 })]));
  return { segments: joinWords(segments.filter((segment) => segment !== null)), problems };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toList(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const segments = isObject(value) ? (value['segments'] ?? value['results']) : undefined;
  return Array.isArray(segments) ? segments : undefined;
}

function toSegment(value: unknown): Segment | null {
  if (!isObject(value)) return null;
  const startMs = toMs(value['startTime'] ?? value['start']);
  const endMs = toMs(value['endTime'] ?? value['end']);
  const text = value['body'] ?? value['text'];
  if (startMs === null || typeof text !== 'string') return null;
  const speaker = typeof value['speaker'] === 'string' ? value['speaker'] : '';
  return { startMs, endMs: endMs !== null && endMs >= startMs ? endMs : null, speaker, text };
}

function toMs(value: unknown): number | null {
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : value;
  const isTime = typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 && seconds < 1e6;
  return isTime ? Math.round(seconds * 1000) : null;
}

const longestMs = 8000;
const pauseMs = 1500;

/** Where a text has a segment for each word, the words of one speaker are joined up to the end of the sentence. */
function joinWords(segments: Segment[]): Segment[] {
  const words = segments.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0);
  if (segments.length < 10 || words > segments.length * 2) return segments;
  const joined: Segment[] = [];
  for (const next of segments) {
    const last = joined.at(-1);
    if (!last || !continues(last, next)) joined.push({ ...next });
    else {
      last.text = `${last.text.trimEnd()} ${next.text.trimStart()}`;
      last.endMs = next.endMs ?? next.startMs;
    }
  }
  return joined;
}

function continues(last: Segment, next: Segment): boolean {
  const end = last.endMs ?? last.startMs!;
  const isShort = (next.endMs ?? next.startMs!) - last.startMs! <= longestMs && next.startMs! - end <= pauseMs;
  return isShort && last.speaker === next.speaker && !/[.!?…]["'»”’]?\s*$/.test(last.text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
