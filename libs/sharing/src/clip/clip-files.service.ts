import { announce } from '#libs/database';
import { NotFound } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { In } from 'typeorm';
import { versionOf } from '../kit/kit-pieces.js';
import { PieceOfKit } from '../kit/piece-of-kit.entity.js';
import { clipKinds } from './clip-wishes.plan.js';
import { makeClip } from './clip.jobs.js';

/** One file of a clip, as its producer sees it. */
export interface ClipFile {
  id: string;
  clipId: string;
  kind: (typeof clipKinds)[number];
  shape: string;
  lang: string;
  state: PieceOfKit['state'];
  /** A message's key; empty: nothing is wrong. */
  error: string;
  fileName: string;
  mime: string;
  bytes: number;
  /** Another one for other bytes. */
  version: string;
  /** Storage key; null until it is ready. */
  key: string | null;
}

/** The files of an episode's clips; who may see them was asked before. */
export class ClipFiles {
  constructor(private readonly db: DataSource) {}

  async ofEpisode(episodeId: string): Promise<ClipFile[]> {
    const where = { subject: 'episode' as const, subjectId: episodeId, kind: In([...clipKinds]) };
    const order = { itemId: 'ASC', kind: 'ASC', shape: 'ASC', lang: 'ASC' } as const;
    const rows = await this.db.getRepository(PieceOfKit).find({ where, order });
    return rows.map(toFile);
  }

  /** @throws NotFound for what is no file of this episode's clips. */
  async find(episodeId: string, pieceId: string): Promise<ClipFile> {
    const found = (await this.ofEpisode(episodeId)).find(({ id }) => id === pieceId);
    if (!found) throw new NotFound('This file');
    return found;
  }

  /** Orders one that failed once more; one that waits, or is ready, is left alone. @throws NotFound. */
  async again(episodeId: string, pieceId: string): Promise<void> {
    const { id, state } = await this.find(episodeId, pieceId);
    if (state !== 'failed') return;
    await this.db.transaction(async (manager) => {
      await manager.update(PieceOfKit, { id, state: 'failed' }, { state: 'wanted', error: '' });
      const { inputHash } = await manager.findOneByOrFail(PieceOfKit, { id });
      await announce(manager, makeClip.name, { pieceId: id, inputHash });
    });
  }
}

function toFile(piece: PieceOfKit): ClipFile {
  const { id, itemId, kind, shape, lang, state, error, fileName, mime, bytes, key } = piece;
  const isReady = state === 'ready';
  return {
    ...{ id, shape, lang, state, error, fileName, mime, bytes },
    ...{ clipId: itemId, kind: kind as ClipFile['kind'], version: versionOf(piece), key: isReady ? key : null },
  };
}
