import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EstradeError, NotFound } from '#libs/kernel';
import { isKey } from '#libs/messages';
import { toProblem } from './problem.js';

/** Codes that never reach a request: they stop a start, or tell us of a mistake of ours. */
const inside = [
  ...['FFMPEG_UNUSABLE', 'JOB_HANDLERS', 'JOB_KEY', 'JOB_NAME'],
  ...['MAIL_FILE', 'CALENDAR', 'CARD_NOT_DRAWABLE'],
];

function codesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/(?:super|new EstradeError)\(\s*'([A-Z][A-Z_]+)'/g),
    ])
    .map(([, code]) => code!);
}

describe('a problem', () => {
  it('has a sentence in the catalogue for every code that we raise', () => {
    const codes = [...codesIn('libs'), ...codesIn('apps/api/src')];
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !isKey(`error.${code}`) && !inside.includes(code))).toEqual([]);
  });

  it('cannot have its own members overwritten by what an error adds', () => {
    const error = new EstradeError('GONE', 410, 'Gone.', {}, [], { status: 200, code: 'FINE', theirs: 1 });
    expect(toProblem(error, 'en-CA', 'r')).toMatchObject({ status: 410, code: 'GONE', theirs: 1 });
  });

  it('says nothing of an error that is not ours', () => {
    const problem = toProblem(new Error('connect to postgres://u:p@host failed'), 'en-CA', 'r');
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(JSON.stringify(problem)).not.toContain('postgres');
  });

  it('is worded for its reader', () => {
    expect(toProblem(new NotFound(), 'fr-CA', 'r').detail).toMatch(/^Cet élément n’existe pas/);
  });

  it('is a moment’s absence when the database cannot be reached', () => {
    const error = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    expect(toProblem(error, 'en-CA', 'r')).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  });
});
