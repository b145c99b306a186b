import { toSlug } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { TranscriptContent } from '../transcript/transcript.entity.js';
import { contentOf, loadTranscript, saveTranscript } from '../transcript/transcript-rows.js';

interface Erased {
  ids: readonly string[];
  names: readonly string[];
}

/** Takes a person's name from above what they say; their words stay, said by nobody known. */
export async function eraseSpeakers(
  manager: EntityManager,
  episodeIds: readonly string[],
  { ids, names }: Erased,
  savedAt: Date,
): Promise<void> {
  const places: { copyId: string; lang: string }[] = await manager.query(
    `select t.copy_id as "copyId", t.lang from transcripts t join episode_copies c on c.id = t.copy_id
     where c.episode_id = any($1::uuid[]) order by t.copy_id, t.lang`,
    [episodeIds],
  );
  const called = new Set(names.map(fold));
  for (const { copyId, lang } of places) {
    const row = (await loadTranscript(manager, copyId, lang))!;
    const isTheirs = (speaker: string) => called.has(fold(speaker)) || ids.includes(row.speakers[speaker] ?? '');
    const all = [...(row.segments ?? []), ...(row.former?.segments ?? [])];
    if (!all.some(({ speaker }) => speaker !== '' && isTheirs(speaker))) continue;
    const speakers = Object.fromEntries(Object.entries(row.speakers).filter(([speaker]) => !isTheirs(speaker)));
    const at = { copyId, lang, savedAt };
    const former = unnamed(row.former, isTheirs);
    await saveTranscript(manager, at, unnamed(contentOf(row), isTheirs), { former, speakers });
  }
}

function unnamed(content: TranscriptContent | null, isTheirs: (speaker: string) => boolean): TranscriptContent | null {
  if (!content) return null;
  const segments = content.segments.map((segment) =>
    segment.speaker !== '' && isTheirs(segment.speaker) ? { ...segment, speaker: '' } : segment,
  );
  return { ...content, segments };
}

/** Whatever capitals and accents; names in other letters as they are. */
function fold(name: string): string {
  return toSlug(name, '') || name.trim().toLocaleLowerCase();
}
