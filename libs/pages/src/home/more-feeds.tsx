import type { Reader, Site } from '../site/site.js';

/** A feed that is no show's or event's own: which kind, how it is called in the page's words, where it is. */
export interface FeedLink {
  group: 'season' | 'language' | 'video' | 'track' | 'person' | 'tag';
  title: string;
  /** Absolute. */
  href: string;
}

const groups: readonly FeedLink['group'][] = ['season', 'language', 'video', 'track', 'person', 'tag'];

/** Every other public feed, folded: the list is long, and found by who looks for it. */
export function MoreFeeds({ site, reader, links }: { site: Site; reader: Reader; links: readonly FeedLink[] }) {
  if (links.length === 0) return null;
  return (
    <details className="more-feeds">
      <summary>{reader.t('kinds.page.moreFeeds')}</summary>
      {groups.map((group) => {
        const ofGroup = links.filter((link) => link.group === group);
        if (ofGroup.length === 0) return null;
        return (
          <section key={group}>
            <h3>{reader.t('kinds.page.group', { group })}</h3>
            <ul>
              {ofGroup.map(({ href, title }) => (
                <li key={href}>
                  <a href={site.addresses.path(href)}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
}
