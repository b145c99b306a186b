import { renderNotes, type ShowView } from '#libs/catalog';
import { OwnFeed } from '../choice/own-feed.js';
import { EventRow } from '../event/event-row.js';
import { webLink } from '../site/link.js';
import { otherLang, type Reader, type Site } from '../site/site.js';
import { setText } from '../site/words.js';
import { FollowBlock } from './follow-block.js';
import { PartTitle } from './part-title.js';
import { aboutOf } from './show-texts.js';
import type { ShowPageView } from './show.view.js';

interface Props {
  site: Site;
  reader: Reader;
  view: ShowPageView;
}

/** Beside the episodes: following, the parts of the show, what it is about, events, whom to reach. */
export function ShowSide(props: Props) {
  const { site, reader, view } = props;
  const { show } = view;
  return (
    <aside className="side">
      <FollowBlock site={site} reader={reader} show={show} />
      <OwnFeed site={site} reader={reader} begin={`show=${show.slug}`} />
      <Parts {...props} />
      <About site={site} reader={reader} show={show} />
      {view.events.length > 0 ? (
        <section className="block" aria-labelledby="events">
          <h2 id="events">{reader.t('public.showEvents')}</h2>
          {view.events.map((event) => (
            <EventRow key={event.id} addresses={site.addresses} reader={reader} event={event} />
          ))}
        </section>
      ) : null}
      <Practical site={site} reader={reader} show={show} />
    </aside>
  );
}

function Parts({ site, reader, view }: Props) {
  const { show, parts = [] } = view;
  if (parts.length === 0 || site.isStatic) return null;
  const first = site.addresses.path(site.addresses.show(reader.lang, show.slug));
  return (
    <section className="block" aria-labelledby="parts">
      <h2 id="parts">{reader.t('site.seasons')}</h2>
      <ul className="show-parts">
        {parts.map((part) => (
          <li key={part.query}>
            <a href={`${first}?${part.query}`} aria-current={part.query === view.part?.query ? 'page' : undefined}>
              <PartTitle reader={reader} show={show} part={part} />
            </a>
            <span className="soft">{reader.t('site.episodesIn', { count: part.count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ reader, show }: { site: Site; reader: Reader; show: ShowView }) {
  const text = aboutOf(show, reader);
  if (!text) return null;
  return (
    <section className="block" aria-labelledby="about">
      <h2 id="about">{reader.t('public.about')}</h2>
      <div
        className="prose"
        lang={otherLang(reader, text.lang)}
        dangerouslySetInnerHTML={{ __html: setText(reader, text.lang, renderNotes(text.description)) }}
      />
    </section>
  );
}

/** Contact, support, licence and copyright: each only when there is one. */
function Practical({ reader, show }: { site: Site; reader: Reader; show: ShowView }) {
  const { t } = reader;
  const { funding, licence } = show.feed;
  const gifts = funding.filter(({ url }) => webLink(url));
  const { contact } = show.page;
  if (!contact && gifts.length === 0 && !licence && !show.copyright) return null;
  return (
    <section className="block" aria-labelledby="practical">
      <h2 id="practical">{t('site.practical')}</h2>
      <dl className="practical">
        {contact ? <Fact term={t('site.contactShow')} html={renderNotes(contact)} /> : null}
        {gifts.length > 0 ? (
          <div>
            <dt>{t('site.funding')}</dt>
            {gifts.map(({ url, text }) => (
              <dd key={url}>
                <a href={url} rel="noopener payment">
                  {text || new URL(url).hostname}
                </a>
              </dd>
            ))}
          </div>
        ) : null}
        {licence ? (
          <div>
            <dt>{t('site.licence')}</dt>
            <dd>
              <Licence id={licence.id} url={licence.url} />
            </dd>
          </div>
        ) : null}
        {show.copyright ? (
          <div>
            <dt className="sr">Copyright</dt>
            <dd>{show.copyright}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ term, html }: { term: string; html: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}

function Licence({ id, url }: { id: string; url: string }) {
  const name = id.toUpperCase();
  const creative = /^cc-(by[a-z-]*)-(\d\.\d)$/.exec(id);
  const href =
    webLink(url)?.href ?? (creative && `https://creativecommons.org/licenses/${creative[1]}/${creative[2]}/`);
  return href ? (
    <a href={href} rel="license noopener">
      {name}
    </a>
  ) : (
    <>{name}</>
  );
}
