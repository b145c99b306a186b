import { announce } from '#libs/database';
import { type Actor, type Clock, NotFound } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { announceAlternates } from '../alternate/alternate.writes.js';
import { readyToMake } from '../alternate/alternates.plan.js';
import { changeRecording } from './change-recording.js';
import { addNextRevision, sameRecording } from './next-revision.js';
import { NothingToDo } from './recording.error.js';
import { assetReady } from './recording.facts.js';
import { type RevisionView, toRevisionView } from './recording.view.js';
import { addRendition } from './rendition.writes.js';
import { Revision, type Urgency } from './revision.entity.js';
import { firstStep, isOpen, pickBase, willMake } from './revision.state.js';
import { announceStep, notifyProgress } from './revision.writes.js';
import type { SoundReport } from './sound-report.js';

/** `order`: as is wanted by now; `original`: the recording as it was sent, only encoded. */
export interface RenderAsked {
  readonly origin: 'order' | 'original';
  readonly urgency: Urgency;
}

/** What has to be written together with the order of a revision, or not at all. */
export type AlsoWrite = (manager: EntityManager, ordered: { recordingId: string; revisionId: string }) => Promise<void>;

/**
 * Further revisions of a recording that is there already. Each has a number, a file and an address of its own; the
 * original and all older files stay. Every method answers with the revision that will have what was asked.
 */
export class RevisionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the file anew from the same recording; nothing is measured again when the analysis is there. Work that has
   * not read yet what is wanted does for this too. @throws NotFound, Forbidden, NothingToDo
   */
  render(actor: Actor, recordingId: string, asked: RenderAsked, also?: AlsoWrite): Promise<RevisionView> {
    return changeRecording(this.dataSource, actor, recordingId, async (manager, revisions) => {
      const revision = await this.order(manager, recordingId, revisions, asked);
      await also?.(manager, { recordingId, revisionId: revision.id });
      return revision;
    });
  }

  /** Takes back the files of an older revision, at once and byte for byte. @throws NotFound, Forbidden, NothingToDo */
  rollBack(actor: Actor, recordingId: string, revisionId: string): Promise<RevisionView> {
    return changeRecording(this.dataSource, actor, recordingId, async (manager, revisions) => {
      const older = revisions.find(({ id }) => id === revisionId);
      if (!older) throw new NotFound('This revision');
      if (older.state !== 'done' || older.id === revisions[0]!.id) throw new NothingToDo(older.state);
      const now = this.clock.now();
      const { order, refusedOrder, plan, renderedKey, report, waveform, durationMs } = older;
      const revision = await addNextRevision(
        manager,
        recordingId,
        {
          ...{ ...sameRecording(older), order, refusedOrder, plan, renderedKey, report, waveform, durationMs },
          ...{ origin: 'rollback', state: 'done', step: 'verify', startedAt: now, finishedAt: now },
        },
        now,
      );
      for (const file of older.renditions) await addRendition(manager, revision.id, file, now);
      await announce(manager, assetReady, { recordingId, revisionId: revision.id });
      await announceAlternates(manager, revision, readyToMake((report as SoundReport | null)?.alternates ?? []));
      return this.view(manager, revision.id);
    });
  }

  /**
   * *Update the file's tags*: a copy of the newest file with the words wanted now, its sound untouched. A file that
   * nobody has heard yet follows by itself. @throws NotFound, Forbidden, NothingToDo
   */
  retag(actor: Actor, recordingId: string): Promise<RevisionView> {
    return changeRecording(this.dataSource, actor, recordingId, async (manager, revisions) => {
      const newest = revisions[0]!;
      if (isOpen(newest)) return toRevisionView(newest);
      const base = revisions.find(({ state }) => state === 'done');
      if (!base) throw new NothingToDo(newest.state);
      if (!base.releasedAt && base.origin !== 'rollback') return toRevisionView(base);
      const { plan, order, report, waveform, durationMs } = base;
      const same = { ...sameRecording(base), plan, order, report, waveform, durationMs };
      return this.begin(manager, { ...same, origin: 'tags' }, recordingId);
    });
  }

  private async order(
    manager: EntityManager,
    recordingId: string,
    revisions: readonly Revision[],
    asked: RenderAsked,
  ): Promise<RevisionView> {
    const newest = revisions[0]!;
    if (willMake(newest, asked)) return toRevisionView(newest);
    const base = pickBase(revisions);
    if (!base) throw new NothingToDo(newest.state);
    // What somebody waits for does not fall back behind a whole catalogue.
    const urgency = isOpen(base) ? min(base.urgency, asked.urgency) : asked.urgency;
    return this.begin(manager, { ...sameRecording(base), origin: asked.origin, urgency }, recordingId);
  }

  private async begin(manager: EntityManager, given: Partial<Revision>, recordingId: string): Promise<RevisionView> {
    const step = given.origin === 'tags' ? 'plan' : firstStep(given as Revision);
    const revision = await addNextRevision(manager, recordingId, { ...given, step }, this.clock.now());
    await announceStep(manager, step, { revisionId: revision.id, attempt: revision.attempt });
    return this.view(manager, revision.id);
  }

  private async view(manager: EntityManager, id: string): Promise<RevisionView> {
    const revision = await manager.findOneOrFail(Revision, { where: { id }, relations: { renditions: true } });
    await notifyProgress(manager, revision);
    return toRevisionView(revision);
  }
}

function min(one: Urgency, other: Urgency): Urgency {
  return one === 'now' || other === 'now' ? 'now' : 'batch';
}
