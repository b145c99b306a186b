import type { TranscriptRef, TranscriptView } from '#libs/catalog';
import { languageName, type Reader, type Site } from '../site/site.js';
import type { EpisodePageView } from './episode.page.js';

/** The same text as files, and the other languages that there are. */
export function TranscriptFiles(props: {
  site: Site;
  reader: Reader;
  view: EpisodePageView;
  transcript: TranscriptView;
}) {
  const { site, reader, view, transcript } = props;
  const { addresses } = site;
  const { episode } = view;
  const link = ({ lang }: TranscriptRef, extension: 'txt' | 'vtt' | 'html') =>
    addresses.path(addresses.transcript(episode.id, lang, extension));
  const others = episode.transcripts.filter(({ lang }) => lang !== transcript.lang);
  return (
    <p className="talk-files">
      <span>{reader.t('public.transcriptFiles')}</span>
      {transcript.isTimed ? <a href={link(transcript, 'vtt')}>WebVTT</a> : null}
      <a href={link(transcript, 'txt')}>TXT</a>
      {others.length > 0 ? <span>{reader.t('public.transcriptsIn')}</span> : null}
      {others.map((other) => (
        <a key={other.lang} href={link(other, 'html')} hrefLang={other.lang}>
          {languageName(reader, other.lang)}
        </a>
      ))}
    </p>
  );
}
