import type { Addresses } from '#libs/catalog';
import type { Reader } from '../site/site.js';
import { Words } from '../site/words.js';

export interface Crumb {
  label: string;
  lang: string;
  /** Absolute; without one it is only named: a season has no page. */
  href?: string;
}

/** Where the page stands, from the outside in; the page itself is not in it. */
export function Breadcrumb(props: { addresses: Addresses; reader: Reader; crumbs: Crumb[] }) {
  const { addresses, reader, crumbs } = props;
  return (
    <nav className="crumbs" aria-label={reader.t('public.breadcrumb')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href ?? crumb.label}>
            {crumb.href ? (
              <a href={addresses.path(crumb.href)}>
                <Words reader={reader} lang={crumb.lang}>
                  {crumb.label}
                </Words>
              </a>
            ) : (
              <Words reader={reader} lang={crumb.lang}>
                {crumb.label}
              </Words>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The same for search engines. */
export function breadcrumbJsonLd(crumbs: Crumb[], self: { label: string; url: string }): unknown {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...crumbs.filter(({ href }) => href).map((c) => ({ label: c.label, url: c.href })), self].map(
      (item, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: item.label,
        item: item.url,
      }),
    ),
  };
}
