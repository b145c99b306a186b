import { readRows } from '#libs/database';
import { isId } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { loadCopy } from '../episode/copy-tree.js';
import type { CopyKind } from '../episode/episode-copy.entity.js';
import { readSounds } from '../sound/revision-sound.js';
import { keepWritten, readUnwritten } from '../transcript/consented.query.js';
import { readTranscript } from '../transcript/transcript.query.js';
import type { TranscriptView } from '../transcript/transcript.view.js';
import { type Cue, toCaptions } from './captions.plan.js';
import { Clip } from './clip.entity.js';
import { moveRange } from './move-range.plan.js';

/** Clip id → language → captions from the clip's begin: as somebody wrote them, else from the timed transcript in it. */
export type ClipCaptions = Map<string, Record<string, Cue[]>>;

/**
 * The captions of an episode's clips, in the time of the sound that this copy plays. A language without any is not in it,
 * nor what a guest does not want in writing.
 */
export async function readClipCaptions(
  db: DataSource | EntityManager,
  episodeId: string,
  kind: CopyKind,
): Promise<ClipCaptions> {
  const copy = isId(episodeId) ? await loadCopy(db, episodeId, kind) : undefined;
  if (!copy) return new Map();
  const clips = await readRows(db, Clip, {
    where: 'episode_id = $1 and dropped_at is null',
    parameters: [episodeId],
  });
  const { revisionId } = copy;
  const time = revisionId ? ((await readSounds(db, [revisionId])).get(revisionId)?.time ?? null) : null;
  const texts: TranscriptView[] = [];
  const unwritten = (await readUnwritten(db, [episodeId])).get(episodeId);
  for (const { lang, isTimed } of keepWritten(copy.transcripts, copy.language, unwritten)) {
    const view = isTimed && clips.length > 0 ? await readTranscript(db, copy, lang) : undefined;
    if (view) texts.push(view);
  }
  return new Map(
    clips.map((clip) => {
      const { startMs, endMs } = moveRange(clip, clip.basis, time);
      const said = texts.map(
        ({ lang, segments }) => [lang.split('-')[0]!, toCaptions(segments, startMs, endMs)] as const,
      );
      const own = Object.entries(clip.captions).map(([lang, cues]) => ({ lang, cues }));
      const written = keepWritten(own, copy.language, unwritten).map(({ lang, cues }) => [lang, cues] as const);
      const all = Object.entries<Cue[]>(Object.fromEntries([...said, ...written]));
      return [clip.id, Object.fromEntries(all.filter(([, cues]) => cues.length > 0))];
    }),
  );
}
