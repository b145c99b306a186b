import type { Reader } from '../site/site.js';
import { Words } from '../site/words.js';

export interface Crumb {
  label: string;
  lang: string;
  /** Path within the site. */
  href: string;
}

/** Where the page stands, from the outside in; the page itself is not in it. */
export function Breadcrumb({ reader, crumbs }: { reader: Reader; crumbs: Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={reader.t('public.breadcrumb')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>
              <Words reader={reader} lang={crumb.lang}>
                {crumb.label}
              </Words>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The same for search engines. */
export function breadcrumbJsonLd(origin: string, crumbs: Crumb[], self: { label: string; url: string }): unknown {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...crumbs.map((c) => ({ label: c.label, url: origin + c.href })), self].map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: item.label,
      item: item.url,
    })),
  };
}
