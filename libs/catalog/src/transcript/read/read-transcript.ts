import type { FieldProblem } from '#libs/kernel';
import type { Segment } from '../transcript.plan.js';

/** What a reader of one format found; `problems` name the line (`text.12`) that was left out. */
export interface ReadTranscript {
  segments: Segment[];
  problems: FieldProblem[];
}

/** One remark about a line, counted from 1. */
export function remark(line: number, code: string, params: FieldProblem['params'] = {}): FieldProblem {
  return { path: `text.${line}`, message: `error.field.transcript.${code}`, params: { line, ...params } };
}

/** Every line of a text, however it ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
  shy: '',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  iuml: 'ï',
  oelig: 'œ',
  Eacute: 'É',
  Agrave: 'À',
};

/** Character references of HTML and WebVTT; an unknown one stays as it is. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name) return named[name as string] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
