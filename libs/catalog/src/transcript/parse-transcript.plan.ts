import { cleanLine, cleanText, type FieldProblem } from '#libs/kernel';
import { readHtml } from './read/html.plan.js';
import { readJson } from './read/json.plan.js';
import type { ReadTranscript } from './read/read-transcript.js';
import { readSrt } from './read/srt.plan.js';
import { stampPattern } from './read/stamp.plan.js';
import { readText } from './read/text.plan.js';
import { readVtt } from './read/vtt.plan.js';
import { charactersMax, type Segment, segmentsMax, speakerMax } from './transcript.plan.js';
import type { TranscriptExtension } from './transcript.view.js';

export interface ParsedTranscript {
  format: TranscriptExtension;
  isTimed: boolean;
  segments: Segment[];
  /** Lines that were left out or guessed, by number: at most 50. The text may be saved without them. */
  problems: FieldProblem[];
  /** Why it may not be saved at all; empty: it may. */
  refusals: FieldProblem[];
}

/**
 * Reads a transcript in any of the formats that it may have: WebVTT, SRT, JSON and HTML of the podcast namespace, plain
 * text. `known`: names of people who appear, which are speakers wherever they stand before a colon.
 */
export function parseTranscript(
  text: string,
  { format, known = [] }: { format?: TranscriptExtension; known?: readonly string[] } = {},
): ParsedTranscript {
  const source = text.replace(/^\ufeff/, '');
  const chosen = format ?? detectFormat(source);
  const { segments: found, problems } = readers[chosen](source, known);
  const segments = inOrder(found.map(clean).filter((segment) => segment.text !== ''));
  return {
    format: chosen,
    isTimed: segments.length > 0 && segments.every(({ startMs }) => startMs !== null),
    segments,
    problems: problems.slice(0, 50),
    refusals: findRefusals(segments, problems),
  };
}

/** By what it says, not by what it is called. */
export function detectFormat(text: string): TranscriptExtension {
  const head = text
    .slice(0, 20_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^WEBVTT(\s|$)/.test(head)) return 'vtt';
  if (/^\{|^\[\s*[{\]]/.test(head)) return 'json';
  if (/^<(!doctype|html|!--|[a-z][a-z0-9]*[\s>])/i.test(head)) return 'html';
  return cueLine.test(head) ? 'srt' : 'txt';
}

const cueLine = new RegExp(String.raw`^[ \t]*${stampPattern}[ \t]*-->`, 'm');

const readers: Record<TranscriptExtension, (text: string, known: readonly string[]) => ReadTranscript> = {
  vtt: readVtt,
  srt: readSrt,
  json: (text) => readJson(text),
  txt: readText,
  html: readHtml,
};

function clean({ startMs, endMs, speaker, text }: Segment): Segment {
  const lines = cleanText(text).split('\n').map(cleanLine).filter(Boolean);
  return { startMs, endMs, speaker: cleanLine(speaker).slice(0, speakerMax).toWellFormed(), text: lines.join('\n') };
}

/** In order of time, those of one moment as they stand (`feed:T04`). */
function inOrder(segments: Segment[]): Segment[] {
  return segments.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
}

function findRefusals(segments: readonly Segment[], problems: readonly FieldProblem[]): FieldProblem[] {
  const path = 'text';
  if (segments.length === 0) return [{ path, message: 'error.field.transcript.nothing' }, ...problems.slice(0, 20)];
  if (segments.length > segmentsMax) {
    return [{ path, message: 'error.field.transcript.many', params: { max: segmentsMax, n: segments.length } }];
  }
  const length = segments.reduce((sum, { text, speaker }) => sum + text.length + speaker.length, 0);
  if (length > charactersMax) {
    return [{ path, message: 'error.field.transcript.long', params: { max: charactersMax, n: length } }];
  }
  return [];
}
