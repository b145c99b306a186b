import type { EntityManager } from 'typeorm';

/** Copies the texts of the working copy to the released one; what was removed stays behind. */
export async function releaseTranscripts(manager: EntityManager, workingId: string, releasedId: string): Promise<void> {
  await manager.query(
    `insert into transcripts (copy_id, lang, digest, is_timed, segment_count, segments, basis, speakers, saved_at)
     select $2, lang, digest, is_timed, segment_count, segments, basis, speakers, saved_at
     from transcripts where copy_id = $1 and digest is not null`,
    [workingId, releasedId],
  );
}
