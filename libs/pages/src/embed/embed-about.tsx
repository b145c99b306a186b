import type { EpisodeView, ShowView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { otherLang, type Reader } from '../site/site.js';

/** What stands under the “i” (`ux` 2.10): what people asked to have said, and the address as text that can be selected (`ux:K-31`). */
export function EmbedAbout(props: { reader: Reader; episode: EpisodeView; show: ShowView; address: string }) {
  const { reader, episode, show, address } = props;
  const { t } = reader;
  const said = episode.appearances.flatMap(({ person, texts }) => {
    const text = pickText(
      texts.filter(({ disclaimer }) => disclaimer !== ''),
      reader.lang,
      toLanguage(show.language),
    );
    return text ? [{ id: person.id, name: person.name, ...text }] : [];
  });
  return (
    <details className="about">
      <summary aria-label={t('player.embedAbout')}>i</summary>
      <div>
        {said.map(({ id, name, lang, disclaimer }) => (
          <p key={id}>
            <b>{name}</b> <span lang={otherLang(reader, lang)}>{disclaimer}</span>
          </p>
        ))}
        <p>
          <a href={address} target="_blank" rel="noopener">
            {t('player.embedOpen')}
          </a>
        </p>
        <p className="address">{address}</p>
      </div>
    </details>
  );
}
