import { type Paragraph, toParagraphs, type TranscriptView } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import { TalkTools } from '../player/talk-tools.js';
import { momentLink } from '../site/link.js';
import { languageName, otherLang, type Reader, type Site } from '../site/site.js';
import { setText } from '../site/words.js';
import type { EpisodePageView } from './episode.page.js';
import { TranscriptFiles } from './transcript-files.js';

/** So many are read at once; the others unfold (`ux` 3.1). */
const shown = 6;
/** What a page carries at most: about eight hours of talk. The files have all of it. */
const most = 1500;

/** The text that readers of this page see: in their language, else the one that is spoken, else any. */
export function chooseTranscript<T extends { lang: string }>(
  transcripts: readonly T[],
  asked: string,
  spoken: string,
): T | undefined {
  const base = (lang: string) => lang.split('-')[0];
  const find = (lang: string) =>
    transcripts.find((each) => each.lang === lang) ?? transcripts.find((each) => base(each.lang) === base(lang));
  return find(asked) ?? find(spoken) ?? transcripts[0];
}

/** What is said, with names and, where there are times, links to the moment (`?t=`). */
export function Transcript({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { transcript } = view;
  if (!transcript || transcript.segments.length === 0) return null;
  const paragraphs = toParagraphs(transcript.segments).slice(0, most);
  const rest = paragraphs.length > shown + 2 ? paragraphs.slice(shown) : [];
  const first = paragraphs.slice(0, paragraphs.length - rest.length);
  const roles = rolesOf(reader, view, paragraphs);
  const list = (part: readonly Paragraph[], before: string, from: number) => (
    <div className={transcript.isTimed ? 'talk-text timed' : 'talk-text'} lang={otherLang(reader, transcript.lang)}>
      {part.map((paragraph, i) => (
        <Said
          key={i}
          number={from + i}
          paragraph={paragraph}
          isNew={paragraph.name !== (part[i - 1]?.name ?? before)}
          role={roles.get(paragraph)}
          set={(text) => setText(reader, transcript.lang, text)}
          timeLinks={view.episode.timeLinks}
        />
      ))}
    </div>
  );
  const isForeign = otherLang(reader, transcript.lang) !== undefined;
  return (
    <section className="block" aria-labelledby="transcript" data-talk={wordsOf(site, view, transcript)}>
      <h2 id="transcript">
        {isForeign
          ? reader.t('public.transcriptIn', { language: languageName(reader, transcript.lang) })
          : reader.t('public.transcript')}
      </h2>
      <TalkTools reader={reader} isTimed={transcript.isTimed} />
      {list(first, '', 1)}
      {rest.length > 0 ? (
        <details className="more-talk" open={view.episode.soundNotes.length > 0}>
          <summary>{reader.t('public.transcriptRest', { count: rest.length })}</summary>
          {list(rest, first.at(-1)!.name, first.length + 1)}
        </details>
      ) : null}
      <TranscriptFiles site={site} reader={reader} view={view} transcript={transcript} />
    </section>
  );
}

/** What each known speaker does here, at the first paragraph that they say. */
function rolesOf(
  reader: Reader,
  { episode }: EpisodePageView,
  paragraphs: readonly Paragraph[],
): Map<Paragraph, string> {
  const known = new Map(episode.appearances.map(({ person, role }) => [person.id, role]));
  const roles = new Map<Paragraph, string>();
  for (const paragraph of paragraphs) {
    const role = paragraph.personId ? known.get(paragraph.personId) : undefined;
    if (!role) continue;
    roles.set(paragraph, reader.t('episode.role', { role }));
    known.delete(paragraph.personId!);
  }
  return roles;
}

/** Where the script finds when each word is said; nothing for a text without times. */
function wordsOf({ addresses, isStatic }: Site, { episode }: EpisodePageView, transcript: TranscriptView) {
  if (isStatic || !transcript.isTimed) return '';
  return addresses.path(addresses.transcript(episode.id, transcript.lang, 'json'));
}

interface SaidProps {
  /** From 1: `#p-3` leads there. */
  number: number;
  paragraph: Paragraph;
  isNew: boolean;
  /** Of who speaks, where they do so for the first time. */
  role?: string;
  /** The typography of the text's language. */
  set: (text: string) => string;
  timeLinks: EpisodePageView['episode']['timeLinks'];
}

function Said({ number, paragraph: { startMs, name, text }, isNew, role, set, timeLinks }: SaidProps) {
  const seconds = startMs === null ? 0 : Math.floor(startMs / 1000);
  return (
    <p id={`p-${number}`} data-name={name || undefined}>
      {startMs === null ? null : (
        <a href={momentLink(seconds, timeLinks)} data-go={seconds}>
          {formatTimeCode(startMs)}
        </a>
      )}
      {name && isNew ? (
        <b>
          {name} {role ? <i>{role} </i> : null}
        </b>
      ) : null}
      {set(text)}
    </p>
  );
}
