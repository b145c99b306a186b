import { Anchor } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation, useOutletContext, useParams } from 'react-router';
import { useShow } from '../../api/queries';
import type { Show } from '../../api/types';
import { announce } from '../../parts/announcer';
import { writeClipboard } from '../../parts/copy-field';
import { Cover } from '../../parts/cover';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import classes from './show.module.css';

/** The head of a show (cover, name, addresses) above its tabs. */
export function ShowLayout() {
  const { language } = useWords();
  const { showId = '' } = useParams();
  const show = useShow(showId);
  if (show.isPending) return <Loading rows={4} />;
  if (show.isError) return <ErrorNote error={show.error} onRetry={() => void show.refetch()} />;
  const title = textOf(show.data.texts, language, 'title', show.data.slug);
  const mayManage = show.data.role === 'owner' || show.data.role === 'producer' || show.data.role === null;
  return (
    <>
      <header className={classes.head}>
        <Cover url={show.data.cover?.url} name={title} size={96} />
        <div className={classes.headText}>
          <ShowTitle title={title} />
          <div className={classes.links}>
            <CopyFeed url={show.data.feedUrl} />
            <PageLinks urls={show.data.pageUrl} />
          </div>
        </div>
      </header>
      <ShowTabs showId={showId} label={title} mayManage={mayManage} />
      <Outlet context={show.data} />
    </>
  );
}

/** The show that the layout loaded, for its tabs. */
export const useLoadedShow = () => useOutletContext<Show>();

/** The show's screens; on a phone, the one that is open is brought into view. */
function ShowTabs({ showId, label, mayManage }: { showId: string; label: string; mayManage: boolean }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = bar.current?.querySelector('[aria-current=page]')?.getBoundingClientRect();
    if (!bar.current || !open) return;
    const seen = bar.current.getBoundingClientRect();
    bar.current.scrollLeft += open.left + open.width / 2 - (seen.left + seen.width / 2);
  }, [pathname]);
  return (
    <nav ref={bar} className={classes.tabs} aria-label={label}>
      <NavLink to={`/shows/${showId}`} end>
        {t('studio.show.episodes')}
      </NavLink>
      <NavLink to={`/shows/${showId}/events`}>{t('studio.show.events')}</NavLink>
      <NavLink to={`/shows/${showId}/series`}>{t('kinds.series.title')}</NavLink>
      <NavLink to={`/shows/${showId}/feed`}>{t('feed.title')}</NavLink>
      {mayManage && <NavLink to={`/shows/${showId}/page`}>{t('site.page.title')}</NavLink>}
      <NavLink to={`/shows/${showId}/settings`}>{t('studio.show.settings')}</NavLink>
      {mayManage && <NavLink to={`/shows/${showId}/subscribers`}>{t('kinds.subscriber.title')}</NavLink>}
      {mayManage && <NavLink to={`/shows/${showId}/followers`}>{t('followers.studio.title')}</NavLink>}
      {mayManage && <NavLink to={`/shows/${showId}/members`}>{t('studio.show.members')}</NavLink>}
    </nav>
  );
}

function ShowTitle({ title }: { title: string }) {
  return <PageTitle title={title} />;
}

export function CopyFeed({ url }: { url: string }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? IconCheck : IconCopy;
  return (
    <Anchor
      component="button"
      type="button"
      title={url}
      onClick={() => {
        void writeClipboard(url);
        setCopied(true);
        announce(t('studio.copied'));
        setTimeout(() => setCopied(false), 2500);
      }}
    >
      <Icon size={16} aria-hidden /> {isCopied ? t('studio.copied') : t('studio.copyFeed')}
    </Anchor>
  );
}

/** Links to the public pages, one per language. */
export function PageLinks({ urls }: { urls: { en?: string; fr?: string } }) {
  const { t } = useWords();
  return (
    <>
      {urls.fr && (
        <Anchor href={urls.fr} target="_blank" rel="noreferrer">
          <IconExternalLink size={16} aria-hidden /> {t('studio.page.fr')}
        </Anchor>
      )}
      {urls.en && (
        <Anchor href={urls.en} target="_blank" rel="noreferrer">
          <IconExternalLink size={16} aria-hidden /> {t('studio.page.en')}
        </Anchor>
      )}
    </>
  );
}
