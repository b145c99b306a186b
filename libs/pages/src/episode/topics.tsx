import type { EpisodeView } from '#libs/catalog';
import type { Reader, Site } from '../site/site.js';

/** The tags of an episode, each with the page of all that bears it. */
export function Topics({ site, reader, tags }: { site: Site; reader: Reader; tags: EpisodeView['tags'] }) {
  if (tags.length === 0) return null;
  const { addresses } = site;
  return (
    <section className="block" aria-labelledby="topics">
      <h2 id="topics">{reader.t('kinds.page.tags')}</h2>
      <ul className="topics">
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            {site.isStatic ? `#${name}` : <a href={addresses.path(addresses.tag(reader.lang, slug))}>#{name}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
