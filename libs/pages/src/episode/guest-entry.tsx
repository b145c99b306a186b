import type { ShowView } from '#libs/catalog';
import { contactLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';

/** "Vous parlez dans cet épisode ?": the way to the kit for whoever has no link at hand (`ux` 3.1). */
export function GuestEntry(props: { site: Site; reader: Reader; show: ShowView; isTalk: boolean }) {
  const { site, reader, show } = props;
  if (site.isStatic) return null;
  const { t } = reader;
  return (
    <section className="block yours" aria-labelledby="yours">
      <h2 id="yours">{t(props.isTalk ? 'episode.yoursTalk' : 'episode.yours')}</h2>
      <p>{t('episode.yoursText')}</p>
      <p>
        <a href={contactHref(site, reader, show)}>{t('episode.yoursAsk')}</a>
      </p>
    </section>
  );
}

/** What the show prints for everyone; else the page of the instance. */
function contactHref({ addresses }: Site, reader: Reader, { page }: ShowView): string {
  return contactLink(page.contact.trim()) ?? addresses.path(addresses.siteText(reader.lang, 'contact'));
}
