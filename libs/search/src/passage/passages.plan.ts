import { type EpisodeView, notesAsText, type SpokenSegment, type TranscriptView } from '#libs/catalog';
import { cleanLine } from '#libs/kernel';
import type { PassageKind, Voice } from './passage.entity.js';

/** A passage without its words, which the database makes. */
export interface PassageForm {
  kind: PassageKind;
  lang: string;
  startMs: number | null;
  text: string;
  starts: number[];
  speakers: Voice[];
}

/** How much a hit says about the episode: in its title most, in a sentence of an hour least. */
export const weights: Record<PassageKind, number> = {
  title: 10,
  person: 8,
  takeaway: 6,
  tag: 5,
  chapter: 5,
  summary: 4,
  notes: 3,
  transcript: 2,
};

const most = 5_000;
/** A minute and more: long enough that few rows are read, short enough that words in one belong together. */
const spokenLength = 1_200;
const writtenLength = 600;

/** All that an episode can be found by, as listeners read and hear it: the released copy's, nothing else (`abuse:A31`). */
export function toPassages(episode: EpisodeView, transcripts: readonly TranscriptView[]): PassageForm[] {
  return [
    ...episode.texts.flatMap(({ lang, title, summary, notes, takeaways }) => [
      ...written('title', lang, title),
      ...takeaways.flatMap(({ text, atMs }) => written('takeaway', lang, text, atMs)),
      ...written('summary', lang, summary),
      ...written('notes', lang, notesAsText(notes)),
    ]),
    ...people(episode),
    ...episode.tags.flatMap(({ name }) => written('tag', episode.showLanguage, name)),
    ...episode.chapters.flatMap(({ title, startMs }) => written('chapter', episode.language, title, startMs)),
    ...transcripts.flatMap(({ lang, segments }) => spoken(lang, segments)),
  ].slice(0, most);
}

/** Names with title and employer as of the recording, in each language that they are told in. */
function people({ appearances, showLanguage }: EpisodeView): PassageForm[] {
  return appearances.flatMap(({ person, organisation, texts }) => {
    const told = texts.length > 0 ? texts : [{ lang: showLanguage, title: '' }];
    return told.flatMap(({ lang, title }) =>
      written('person', lang, [person.name, title, organisation].filter(Boolean).join(', ')),
    );
  });
}

/** A text in pieces that end with a paragraph or a sentence. */
function written(kind: PassageKind, lang: string, text: string, startMs: number | null = null): PassageForm[] {
  const pieces: string[] = [];
  for (const sentence of text.split(/\n+|(?<=[.!?…]["»”’)]{0,4})\s+/u)) {
    const clean = cleanLine(sentence);
    const last = pieces.at(-1);
    if (clean === '') continue;
    if (last !== undefined && last.length + clean.length < writtenLength)
      pieces[pieces.length - 1] = `${last} ${clean}`;
    else pieces.push(clean.slice(0, 4_000));
  }
  return pieces.map((piece) => ({ kind, lang, startMs, text: piece, starts: [], speakers: [] }));
}

/** What is said, in stretches; the place of each caption and of each change of voice is remembered. */
function spoken(lang: string, segments: readonly SpokenSegment[]): PassageForm[] {
  const passages: PassageForm[] = [];
  for (const { startMs, name, text } of segments) {
    const said = cleanLine(text).slice(0, 4_000);
    if (said === '') continue;
    const last = passages.at(-1);
    const isOpen = last && last.text.length + said.length < spokenLength;
    const passage = isOpen ? last : { kind: 'transcript' as const, lang, startMs, text: '', starts: [], speakers: [] };
    if (!isOpen) passages.push(passage);
    const at = passage.text === '' ? 0 : passage.text.length + 1;
    if (startMs !== null) passage.starts.push(at, startMs);
    if ((passage.speakers.at(-1)?.name ?? '') !== name) passage.speakers.push({ at, name });
    passage.text = at === 0 ? said : `${passage.text} ${said}`;
  }
  return passages;
}
