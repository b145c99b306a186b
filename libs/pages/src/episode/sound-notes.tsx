import type { SoundNote, TimeLinks } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import { momentLink } from '../site/link.js';
import type { Reader } from '../site/site.js';

interface Props {
  reader: Reader;
  notes: readonly SoundNote[];
  timeLinks: TimeLinks | null;
}

/** Where the sound is weak, and a way past it (`ux:L-05`): a link that works without any script, too. */
export function SoundNotes({ reader, notes, timeLinks }: Props) {
  if (notes.length === 0) return null;
  return (
    <aside className="sound-note" aria-label={reader.t('public.soundNoteTitle')}>
      {notes.map((note) => (
        <p key={`${note.kind} ${note.startMs}`}>
          {sentenceOf(reader, note)}
          {note.skipToMs === null ? null : <Skip reader={reader} toMs={note.skipToMs} timeLinks={timeLinks} />}
        </p>
      ))}
    </aside>
  );
}

function Skip({ reader, toMs, timeLinks }: { reader: Reader; toMs: number; timeLinks: TimeLinks | null }) {
  const seconds = Math.ceil(toMs / 1000);
  return (
    <>
      {' '}
      <a href={momentLink(seconds, timeLinks)} data-go={seconds}>
        {reader.t('public.skipTo', { position: formatTimeCode(seconds * 1000) })}
      </a>
    </>
  );
}

function sentenceOf({ t }: Reader, { where, kind, startMs, endMs }: SoundNote): string {
  const params = { where, kind: kind.split('-')[0]!, start: formatTimeCode(startMs), end: formatTimeCode(endMs) };
  return t('public.soundNote', params);
}
