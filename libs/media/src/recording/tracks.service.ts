import { type Actor, type Clock, NotFound } from '#libs/kernel';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { changeRecording } from './change-recording.js';
import { addNextRevision, sameRecording } from './next-revision.js';
import type { RecordingTrack } from './recording-track.js';
import { type RevisionView, toRevisionView } from './recording.view.js';
import { firstStep, pickBase } from './revision.state.js';
import { announceStep, notifyProgress } from './revision.writes.js';

const longestDelayMs = 3_600_000;

/**
 * Changes the further tracks of a recording; a new one is added by an upload for the purpose `track`. Every change is
 * a new revision that is measured anew, as the sum sounds different.
 */
export class TracksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden */
  remove(actor: Actor, recordingId: string, key: string): Promise<RevisionView> {
    return this.change(actor, recordingId, key, (tracks) => tracks.filter((track) => track.key !== key));
  }

  /** Lets a track begin later: at most an hour. @throws NotFound, Forbidden */
  delay(actor: Actor, recordingId: string, key: string, delayMs: number): Promise<RevisionView> {
    const kept = Math.max(0, Math.min(longestDelayMs, Math.round(delayMs)));
    return this.change(actor, recordingId, key, (tracks) =>
      tracks.map((track) => (track.key === key ? { ...track, delayMs: kept } : track)),
    );
  }

  private change(
    actor: Actor,
    recordingId: string,
    key: string,
    edit: (tracks: readonly RecordingTrack[]) => RecordingTrack[],
  ): Promise<RevisionView> {
    return changeRecording(this.dataSource, actor, recordingId, async (manager, revisions) => {
      const base = pickBase(revisions);
      const newest = revisions[0]!;
      // A track that cannot be read is only on the revision that failed because of it.
      const holder = [newest, base].find((each) => each?.tracks.some((track) => track.key === key));
      if (!base || !holder) throw new NotFound('This track');
      const tracks = edit(holder.tracks);
      const isSame = isDeepStrictEqual(tracks, base.tracks);
      if (isSame && base === newest) return toRevisionView(base);
      const analysisKey = isSame ? base.analysisKey : null;
      const given = { ...sameRecording(base), origin: 'order' as const, tracks, analysisKey };
      const step = firstStep({ ...base, ...given });
      const revision = await addNextRevision(manager, recordingId, { ...given, step }, this.clock.now());
      await announceStep(manager, step, { revisionId: revision.id, attempt: revision.attempt });
      await notifyProgress(manager, revision);
      return toRevisionView(revision);
    });
  }
}
