import type { Reader, Site } from '../site/site.js';

/** The way to a feed of one's own that begins with what this page is about, such as `show=…`. */
export function OwnFeed({ site, reader, begin }: { site: Site; reader: Reader; begin: string }) {
  if (site.isStatic) return null;
  const { addresses } = site;
  return (
    <p className="soft">
      <a href={`${addresses.path(addresses.choice(reader.lang))}?${begin}`}>{reader.t('kinds.page.into')}</a>
    </p>
  );
}
