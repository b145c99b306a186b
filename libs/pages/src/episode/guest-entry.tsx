import { renderNotes, type ShowView } from '#libs/catalog';
import { contactLink } from '../site/link.js';
import { otherLang, type Reader, type Site } from '../site/site.js';
import { setText } from '../site/words.js';
import { hasSiteText } from '../text/site-text.js';

interface Props {
  site: Site;
  reader: Reader;
  show: ShowView;
}

/** "Vous parlez dans cet épisode ?": the way to the kit for whoever has no link at hand (`ux` 3.1). */
export function GuestEntry(props: Props & { isTalk: boolean }) {
  if (props.site.isStatic) return null;
  const { t } = props.reader;
  return (
    <section className="block yours" aria-labelledby="yours">
      <h2 id="yours">{t(props.isTalk ? 'episode.yoursTalk' : 'episode.yours')}</h2>
      <p>{t('episode.yoursText')}</p>
      <Ask {...props} />
    </section>
  );
}

/** What the show prints for everyone, a link or a sentence; else the page of the instance; nothing where nobody is named. */
function Ask({ site, reader, show }: Props) {
  const { language, page } = show;
  const words = reader.t('episode.yoursAsk');
  const contact = page.contact.trim();
  const href = contact === '' ? siteContact(site, reader) : contactLink(contact);
  if (href)
    return (
      <p>
        <a href={href}>{words}</a>
      </p>
    );
  if (contact === '') return null;
  return (
    <>
      <p>{words}</p>
      <div
        lang={otherLang(reader, language)}
        dangerouslySetInnerHTML={{ __html: setText(reader, language, renderNotes(contact)) }}
      />
    </>
  );
}

function siteContact(site: Site, reader: Reader): string | undefined {
  const { addresses } = site;
  return hasSiteText(site, 'contact') ? addresses.path(addresses.siteText(reader.lang, 'contact')) : undefined;
}
