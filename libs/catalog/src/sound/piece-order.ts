import { usualOrder } from '#libs/ffmpeg';
import { NotFound, pickText, toLanguage } from '#libs/kernel';
import type { RenderOrder } from '#libs/media';
import type { EntityManager } from 'typeorm';
import { Show } from '../show/show.entity.js';
import { usualSound } from './sound-settings.plan.js';

/** What is made of a piece of a show's library: a sound to listen to in the studio. @throws NotFound when it is none. */
export async function readPieceOrder(manager: EntityManager, recordingId: string, now: Date): Promise<RenderOrder> {
  const [row]: { scope: string; name: string | null }[] = await manager.query(
    `select r.scope, coalesce(p.name, u.file_name) as name from recordings r
     left join pieces p on p.recording_id = r.id
     left join uploads u on u.recording_id = r.id and u.purpose = 'piece'
     where r.id = $1 and (p.id is not null or u.id is not null) limit 1`,
    [recordingId],
  );
  const show = row && (await manager.findOne(Show, { where: { id: row.scope }, relations: { texts: true } }));
  if (!row || !show) throw new NotFound('This recording');
  const album = pickText(show.texts, toLanguage(show.language), toLanguage(show.language))?.title ?? '';
  return {
    recordingId,
    sound: { ...usualOrder, ...(show.sound.targetLufs && { targetLufs: show.sound.targetLufs }), preset: 'music' },
    ...{ intro: null, outro: null, outputs: usualSound.outputs, chapters: [], coverKey: null },
    tags: {
      ...{ title: row.name ?? album, artist: show.author || album, album },
      date: now.toISOString().slice(0, 10),
    },
  };
}
