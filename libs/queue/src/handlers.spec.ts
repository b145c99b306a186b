import { EstradeError } from '#libs/kernel';
import { z } from 'zod';
import { HopelessJob, checkHandlers, isHopeless } from './handlers.js';
import { defineJob } from './job.js';

const job = (name: string) => defineJob({ name, queue: 'count', payload: z.object({}), key: () => 'k' });
const nothing = async () => {};

describe('checkHandlers', () => {
  it('accepts exactly one handler for each job', () => {
    expect(() => checkHandlers([job('a.one'), job('a.two')], { 'a.one': nothing, 'a.two': nothing })).not.toThrow();
  });

  it('names every job without a handler, every handler without a job and every name used twice', () => {
    const check = () => checkHandlers([job('a.one'), job('a.two'), job('a.two')], { 'a.two': nothing, 'b.x': nothing });
    expect(check).toThrow('a.two is defined twice; a.one has no handler; no job is called b.x.');
  });
});

describe('isHopeless', () => {
  it('is what a person has to mend, not what passes', () => {
    expect(isHopeless(new HopelessJob('gone'))).toBe(true);
    expect(isHopeless(new EstradeError('NOT_AUDIO', 422, 'No.'))).toBe(true);
    expect(isHopeless(new EstradeError('DISK_FULL', 507, 'Full.'))).toBe(false);
    expect(isHopeless(new Error('connection lost'))).toBe(false);
  });
});

describe('defineJob', () => {
  it('refuses a name that is not lib.verb', () => {
    expect(() => job('Render')).toThrow(/lib\.verb/);
  });
});
