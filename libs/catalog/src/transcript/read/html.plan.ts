import type { Segment } from '../transcript.plan.js';
import { decodeReferences, type ReadTranscript } from './read-transcript.js';
import { readStamp } from './stamp.plan.js';
import { readText } from './text.plan.js';

/**
 * HTML of the podcast namespace: `cite` names the speaker, `time` the time, `p` what is said. Any other page is read by
 * its paragraphs, as plain text. Nothing of it is kept but text.
 */
export function readHtml(html: string, known: readonly string[]): ReadTranscript {
  const { segments, hasMarks } = readMarks(html);
  if (hasMarks) return { segments: isTimed(segments) ? segments : withoutTimes(segments), problems: [] };
  return readText(segments.map(({ text }) => text).join('\n\n'), known);
}

const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg']);
const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'td']);

function readMarks(html: string): { segments: Segment[]; hasMarks: boolean } {
  const segments: Segment[] = [];
  let [speaker, text, hasMarks] = ['', '', false];
  let startMs: number | null = null;
  const flush = () => {
    const said = decodeReferences(text).trim();
    if (said) segments.push({ startMs, endMs: null, speaker, text: said });
    if (said) startMs = null;
    text = '';
  };
  for (const token of tokens(html)) {
    if ('text' in token) text += token.text.replace(/\s+/g, ' ');
    else if (token.name === 'br') text += '\n';
    else if (token.name === 'cite' || token.name === 'time') {
      if (!token.isEnd) flush();
      else {
        const value = decodeReferences(text).trim();
        if (token.name === 'cite') speaker = value.replace(/\s*:$/, '');
        else startMs = readStamp(value.replace(/[^\d:.,]/g, '')) ?? null;
        hasMarks = true;
        text = '';
      }
    } else if (blocks.has(token.name)) flush();
  }
  flush();
  return { segments, hasMarks };
}

type Token = { text: string } | { name: string; isEnd: boolean };

/** Text and tags in order; every character is looked at once, whatever is open or broken. */
function* tokens(html: string): Generator<Token> {
  const lower = html.toLowerCase();
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    if (open !== at) yield { text: html.slice(at, open < 0 ? undefined : open) };
    if (open < 0) return;
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open);
      continue;
    }
    const end = after(html, '>', open);
    const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/.exec(lower.slice(open, open + 20)) ?? [];
    at = end;
    if (name === undefined) continue;
    if (slash === '' && silent.has(name)) at = after(lower, '>', after(lower, `</${name}`, end) - 1);
    else yield { name, isEnd: slash === '/' };
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

function isTimed(segments: readonly Segment[]): boolean {
  return segments.length > 0 && segments.every(({ startMs }) => startMs !== null);
}

function withoutTimes(segments: readonly Segment[]): Segment[] {
  const hasSome = segments.some(({ startMs }) => startMs !== null);
  if (!hasSome) return [...segments];
  // One time covers the paragraphs that follow it.
  let startMs = 0;
  return segments.map((segment) => ({ ...segment, startMs: (startMs = segment.startMs ?? startMs) }));
}
