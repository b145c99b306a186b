import { describe, expect, it } from '@jest/globals';
import type { EpisodeSummary, Job } from '../../api/types';
import { sortToday } from './today';

const episode = (id: string, facts: Partial<EpisodeSummary>) =>
  ({ id, state: 'draft', recordingId: 'r', updatedAt: '2026-11-22T10:00:00Z', ...facts }) as EpisodeSummary;
const job = (episodeId: string, state: Job['state']) => ({ episodeId, state }) as Job;

describe('today', () => {
  it('says what each draft waits for, and leaves those out that are being worked on', () => {
    const { needsYou } = sortToday(
      [episode('a', {}), episode('b', { recordingId: null }), episode('c', {}), episode('d', {})],
      [job('c', 'running'), job('d', 'failed')],
    );
    expect(needsYou.map(({ episode: { id }, reason }) => [id, reason])).toEqual([
      ['a', 'studio.home.reason.draft'],
      ['b', 'studio.home.reason.noAudio'],
      ['d', 'studio.home.reason.failed'],
    ]);
  });

  it('names published episodes only when they have changes that are not out', () => {
    const { needsYou, latest } = sortToday(
      [episode('a', { state: 'published' }), episode('b', { state: 'published', hasUnreleasedChanges: true })],
      [],
    );
    expect(needsYou.map((n) => n.episode.id)).toEqual(['b']);
    expect(latest).toHaveLength(2);
  });
});
