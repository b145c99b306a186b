import type { ChapterView, TimeLinks } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import { type Reader } from '../site/site.js';
import { momentLink, webLink } from '../site/link.js';
import { Words } from '../site/words.js';

/** So many are seen at once; the others unfold. */
const shown = 12;

interface Props {
  reader: Reader;
  chapters: readonly ChapterView[];
  language: string;
  timeLinks: TimeLinks | null;
}

/** Chapters with their times as links (`?t=`, `ux:V-06`), in the language of the recording. */
export function Chapters(props: Props) {
  const { reader, chapters } = props;
  if (chapters.length === 0) return null;
  const rest = chapters.length > shown + 2 ? chapters.slice(shown) : [];
  const first = chapters.slice(0, chapters.length - rest.length);
  return (
    <section className="block" aria-labelledby="chapters">
      <h2 id="chapters">{reader.t('public.chapters')}</h2>
      <List {...props} chapters={first} from={1} />
      {rest.length > 0 ? (
        <details className="more-chapters">
          <summary>{reader.t('public.moreChapters', { count: rest.length })}</summary>
          <List {...props} chapters={rest} from={first.length + 1} />
        </details>
      ) : null}
    </section>
  );
}

function List(props: Props & { from: number }) {
  const { reader, language, timeLinks } = props;
  return (
    <ol className="chapters" start={props.from}>
      {props.chapters.map((chapter, index) => {
        const seconds = Math.floor(chapter.startMs / 1000);
        const link = webLink(chapter.url);
        return (
          <li key={chapter.startMs} id={`chapter-${props.from + index}`}>
            <a href={momentLink(seconds, timeLinks)} data-at={seconds}>
              <span className="at">{formatTimeCode(chapter.startMs)}</span>
              <Words reader={reader} lang={language}>
                {chapter.title}
              </Words>
            </a>
            {link ? (
              <a className="out" href={link.href} rel="noopener" aria-label={`${link.hostname} (${chapter.title})`}>
                ↗
              </a>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
