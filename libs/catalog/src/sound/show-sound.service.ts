import { type Actor, Conflict, EstradeError, Invalid } from '#libs/kernel';
import type { BatchCount, BatchesService } from '#libs/media';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { requirePublishEpisode } from '../episode/episode.policy.js';
import type { Show } from '../show/show.entity.js';
import { Show as ShowRow } from '../show/show.entity.js';
import { requireChangeShow, requireSeeShow } from '../show/show.policy.js';
import { loadShow, lockShow } from '../show/shows.service.js';
import { Piece } from './piece.entity.js';
import type { PieceView } from './piece.view.js';
import { readPieceViews } from './pieces.service.js';
import { type SoundDefaults, toEffective } from './sound-settings.plan.js';
import { findStale } from './stale.query.js';

/** 409: nothing of the catalogue was made with other settings. */
export class NothingToRender extends EstradeError {
  constructor() {
    super('NOTHING_TO_RENDER', 409, 'Every episode has this sound already; there is nothing to render.');
  }
}

/** How a show wants its sound, and how far its catalogue follows. */
export interface ShowSoundDesk {
  version: number;
  defaults: SoundDefaults;
  pieces: PieceView[];
  /** Episodes whose sound was made with other settings and is not being made anew. */
  stale: number;
  /** The last rendering of the catalogue; null: there was none. */
  batch: BatchCount | null;
}

/** A show's sound, and the rendering of its whole catalogue in the background. */
export class ShowSoundService {
  constructor(
    private readonly db: DataSource,
    private readonly batches: Pick<BatchesService, 'start' | 'count' | 'withdraw'>,
  ) {}

  async get(actor: Actor, showId: string): Promise<ShowSoundDesk> {
    requireSeeShow(actor, showId);
    const { manager } = this.db;
    const show = await loadShow(manager, showId);
    return {
      version: show.soundVersion,
      defaults: toEffective(show.sound),
      pieces: await readPieceViews(manager, showId),
      stale: (await findStale(manager, show)).length,
      batch: show.soundBatchAt && (await this.batches.count(actor, showId, show.soundBatchAt)),
    };
  }

  /** Replaces the settings; nothing is rendered. @throws Conflict with both values; Invalid for a piece that is not the show's. */
  async save(actor: Actor, showId: string, form: SoundDefaults & { version: number }): Promise<void> {
    requireChangeShow(actor, showId);
    const { version, ...sound } = form;
    await this.db.transaction(async (manager) => {
      const show = await lockShow(manager, showId);
      if (show.soundVersion !== version) throw new Conflict(toEffective(show.sound), sound, show.soundVersion);
      await refuseMissingPieces(manager, showId, sound);
      await manager.update(ShowRow, { id: showId }, { sound, soundVersion: version + 1 });
    });
  }

  /**
   * Renders what was made with other settings, behind everything that somebody waits for. With `release` listeners get
   * each sound by itself, where nothing else waits for *Update*. @throws NothingToRender, Forbidden
   */
  async render(actor: Actor, showId: string, { release }: { release: boolean }): Promise<void> {
    requireChangeShow(actor, showId);
    if (release) requirePublishEpisode(actor, showId);
    const { manager } = this.db;
    const show = await loadShow(manager, showId);
    const stale = await findStale(manager, show);
    if (stale.length === 0) throw new NothingToRender();
    await this.beginBatch(actor, show);
    await this.batches.start(
      actor,
      showId,
      stale.map(({ recordingId }) => recordingId),
      release ? markForRelease : undefined,
    );
  }

  /** Takes back what still waits; what runs is finished. */
  async takeBack(actor: Actor, showId: string): Promise<void> {
    requireChangeShow(actor, showId);
    await loadShow(this.db.manager, showId);
    await this.batches.withdraw(actor, showId);
    await this.db.query(
      `update episodes e set release_with = null from revisions r
       where e.show_id = $1 and r.id::text = e.release_with->>'revisionId' and r.state = 'cancelled'`,
      [showId],
    );
  }

  /** A second order while the first still runs is counted with it. */
  private async beginBatch(actor: Actor, show: Show): Promise<void> {
    const count = show.soundBatchAt && (await this.batches.count(actor, show.id, show.soundBatchAt));
    if (count && count.waiting + count.running > 0) return;
    await this.db.manager.update(ShowRow, { id: show.id }, { soundBatchAt: () => 'clock_timestamp()' });
  }
}

/** @throws Invalid unless these are pieces of the show that are not deleted. */
export async function refuseMissingPieces(
  manager: EntityManager,
  showId: string,
  chosen: Partial<Pick<SoundDefaults, 'introId' | 'outroId'>>,
  prefix = '',
): Promise<void> {
  const problems: Invalid['fields'][number][] = [];
  for (const field of ['introId', 'outroId'] as const) {
    const id = chosen[field];
    if (id && !(await manager.existsBy(Piece, { id, showId, deletedAt: IsNull() })))
      problems.push({ path: `${prefix}${field}`, message: 'error.field.sound.piece' });
  }
  if (problems.length) throw new Invalid(problems);
}

/** In the transaction that orders the revision: one that is finished at once finds the wish. */
async function markForRelease(
  manager: EntityManager,
  { recordingId, revisionId }: { recordingId: string; revisionId: string },
): Promise<void> {
  await manager.query(
    `update episodes set release_with = jsonb_build_object('revisionId', $2::text, 'versions', null)
     where recording_id = $1 and state = 'published' and not has_unreleased_changes
       and exists (select 1 from revisions where id = $2::uuid and urgency = 'batch')`,
    [recordingId, revisionId],
  );
}
