import type { EpisodeView } from '#libs/catalog';
import { pickText } from '#libs/kernel';
import { formatDate } from '#libs/messages';
import { otherLang, type Reader } from '../site/site.js';

/** What was put right in an episode after its release, dated, in the producer's words where there are any (`ux:G-11`). */
export function Corrections({ reader, episode, zone }: { reader: Reader; episode: EpisodeView; zone: string }) {
  const notes = (episode.corrections ?? []).filter(({ texts, personId }) => texts.length > 0 || personId === null);
  if (notes.length === 0) return null;
  return (
    <section className="block corrections" aria-labelledby="corrections">
      <h2 id="corrections">{reader.t('guest.page.corrections', { n: notes.length })}</h2>
      <ul>
        {notes.map(({ on, texts }) => {
          const text = pickText(texts, reader.lang, reader.lang);
          return (
            <li key={on.getTime()}>
              {reader.t('guest.page.corrected', { date: formatDate(reader.region, on, zone) })}{' '}
              {text ? <span lang={otherLang(reader, text.lang)}>{text.text}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
