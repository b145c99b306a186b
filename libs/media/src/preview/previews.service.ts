import { announce } from '#libs/database';
import type { SoundOrder } from '#libs/ffmpeg';
import { type Actor, type Clock, newId, NotFound } from '#libs/kernel';
import { type DataSource, In, type QueryDeepPartialEntity } from 'typeorm';
import { changeRecording } from '../recording/change-recording.js';
import { NothingToDo } from '../recording/recording.error.js';
import { Recording } from '../recording/recording.entity.js';
import { checkMaySee } from '../upload/upload.policy.js';
import { Preview, type PreviewState } from './preview.entity.js';

export interface PreviewAsked {
  /** The moment in the cut recording, without its intro, around which half a minute is made. */
  readonly atMs: number;
  readonly sound: SoundOrder;
}

/** Times are those of the cut recording, as if there were no intro. `error` is a code. */
export interface PreviewView {
  readonly id: string;
  readonly recordingId: string;
  readonly state: PreviewState;
  readonly startMs: number;
  readonly endMs: number;
  /** Storage key of an MP3, while it is there. */
  readonly key: string | null;
  readonly error: string | null;
}

const lengthMs = 30_000;
/** What a row can hold; later than any recording ends. */
const latestMs = 2 ** 31 - 1 - lengthMs;

/** How an order would sound, for half a minute of a recording. Nothing of it is ever published. */
export class PreviewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of one that still waits. @throws NotFound, Forbidden, NothingToDo before the recording is measured */
  create(actor: Actor, recordingId: string, { atMs, sound }: PreviewAsked): Promise<PreviewView> {
    return changeRecording(this.dataSource, actor, recordingId, async (manager, revisions) => {
      const measured = revisions.find(({ analysisKey }) => analysisKey !== null);
      if (!measured) throw new NothingToDo(revisions[0]!.state);
      const open = { recordingId, state: In(['waiting', 'running']) };
      await manager.update(Preview, open, { state: 'cancelled' });
      const now = this.clock.now();
      const startMs = Math.min(latestMs, Math.max(0, Math.round(atMs) - lengthMs / 2));
      const preview: Partial<Preview> = {
        ...{ id: newId(now.getTime()), recordingId, revisionId: measured.id, state: 'waiting', createdAt: now },
        ...{ startMs, endMs: startMs + lengthMs, order: sound, key: null, errorCode: null },
      };
      await manager.insert(Preview, preview as QueryDeepPartialEntity<Preview>);
      await announce(manager, 'media.preview', { previewId: preview.id });
      return toView(preview as Preview);
    });
  }

  /** @throws NotFound also an hour later, when it has gone. */
  async get(actor: Actor, recordingId: string, id: string): Promise<PreviewView> {
    const { manager } = this.dataSource;
    const recording = await manager.findOneBy(Recording, { id: recordingId });
    if (!recording) throw new NotFound('This recording');
    checkMaySee(actor, recording.scope);
    const preview = await manager.findOneBy(Preview, { id, recordingId });
    if (!preview) throw new NotFound('This preview');
    return toView(preview);
  }
}

function toView({ id, recordingId, state, startMs, endMs, key, errorCode }: Preview): PreviewView {
  return { id, recordingId, state, startMs, endMs, key: state === 'done' ? key : null, error: errorCode };
}
