import type { GuestView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { momentLink } from '../site/link.js';
import { languageName, otherLang, type Reader, type Site } from '../site/site.js';
import { Words } from '../site/words.js';

const most = 6;

/** What this person said and approved, each leading to its moment; in the reader's language where that was approved too. */
export function Quotes({ site, reader, guest }: { site: Site; reader: Reader; guest: GuestView }) {
  const quotes = guest.appearances
    .flatMap(({ episode }) =>
      episode.quotes
        .filter(({ personId, uses }) => personId === guest.id && uses.page)
        .map((quote) => ({ episode, quote })),
    )
    .slice(0, most);
  if (quotes.length === 0) return null;
  return (
    <section className="block" aria-labelledby="quotes">
      <h2 id="quotes">{reader.t('guest.page.quotes')}</h2>
      <ul className="said-list">
        {quotes.map(({ episode, quote }) => {
          const text = pickText(quote.texts, reader.lang, toLanguage(quote.language));
          if (!text) return null;
          const named = episodeText(episode, reader.lang);
          const page = site.addresses.path(episodeAddress(site.addresses, episode, reader.lang));
          const href = page + momentLink(Math.floor(quote.startMs / 1000), episode.timeLinks);
          return (
            <li key={quote.id}>
              <blockquote lang={otherLang(reader, text.lang)}>
                <Words as="p" reader={reader} lang={text.lang}>
                  {text.text}
                </Words>
              </blockquote>
              <p className="under">
                {text.isTranslation ? (
                  <span>
                    {reader.t('guest.page.translated', {
                      lang: toLanguage(quote.language),
                      language: languageName(reader, quote.language),
                    })}
                  </span>
                ) : null}
                <a href={href}>
                  <Words reader={reader} lang={named?.lang ?? reader.lang}>
                    {named?.title ?? reader.t('guest.page.hear')}
                  </Words>
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
