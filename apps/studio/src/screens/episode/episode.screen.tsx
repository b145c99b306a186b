import { Button } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useEpisode, useMe, useShow } from '../../api/queries';
import type { Episode, Lang, Show } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { homeLang } from '../../parts/home-lang';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { EpisodeStateBadge } from '../../parts/state-badge';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import { SaveNote } from './autosave/save-note';
import { forgetSaves } from './autosave/save-states';
import { Basics } from './basics/basics';
import { Chapters } from './chapters/chapters';
import { ClipsSection } from './clips/clips-section';
import { CoverSection } from './cover-section';
import { EpisodeMenu } from './episode-menu';
import classes from './episode.module.css';
import { Files } from './files/files';
import { InTheFeed } from './feed/in-the-feed';
import { KitSection } from './kit/kit-section';
import { Outline } from './outline';
import { People } from './people/people';
import { ProposalsBar } from './proposals-bar';
import { PublishPanel } from './publish/publish-panel';
import { Sound } from './sound/sound';
import { Texts } from './texts/texts';
import { Transcript } from './transcript/transcript';
import { useFreshSound } from './use-fresh-sound';

/** The workspace of one episode: everything about it on one page, saved by itself. */
export function EpisodeScreen() {
  const { showId = '', episodeId = '' } = useParams();
  const episode = useEpisode(showId, episodeId);
  const show = useShow(showId);
  if (episode.isPending || show.isPending) return <Loading rows={5} height={96} />;
  if (episode.isError) return <ErrorNote error={episode.error} onRetry={() => void episode.refetch()} />;
  if (show.isError) return <ErrorNote error={show.error} onRetry={() => void show.refetch()} />;
  return <Workspace key={episodeId} episode={episode.data} show={show.data} />;
}

function Workspace({ episode, show }: { episode: Episode; show: Show }) {
  const { t, language } = useWords();
  const me = useMe();
  const { hash } = useLocation();
  const home = homeLang(show);
  const [tab, setTab] = useState<Lang>(home);
  const [isPublishing, panel] = useDisclosure(false);
  const role = me.data?.isInstanceOwner ? 'owner' : show.role;
  const mayEdit = role !== 'moderator';
  const mayPublish = role === 'owner' || role === 'producer';
  const title = textOf(episode.working.texts, home, 'title') || t('studio.episode.untitled');
  const number = episode.working.number;

  useEffect(() => forgetSaves, []);
  useFreshSound(episode);
  useEffect(() => {
    const field = /^#field=(.+)/.exec(decodeURIComponent(hash))?.[1];
    if (!field) return void (hash && document.getElementById(hash.slice(1))?.scrollIntoView());
    const lang = /^texts\.(fr|en)/.exec(field)?.[1] as Lang | undefined;
    if (lang) setTab(lang);
    const soon = setTimeout(() => jumpTo(field), 250);
    return () => clearTimeout(soon);
  }, [hash]);
  useHotkeys([['mod+Enter', panel.open]], []);

  return (
    <>
      <div className={classes.crumb}>
        <Link to={`/shows/${show.id}`}>{textOf(show.texts, language, 'title', show.slug)}</Link>
      </div>
      <PageTitle title={title} tab={number === null ? title : `${number} · ${title}`} />
      <div className={classes.head}>
        <div className={classes.facts}>
          <EpisodeStateBadge state={episode.state} />
          <SaveNote />
        </div>
        <EpisodeMenu episode={episode} mayPublish={mayPublish} />
        {mayPublish && (
          <Button onClick={panel.open}>
            {episode.state === 'published' ? t('studio.publish.openPublished') : t('studio.publish.open')}
          </Button>
        )}
      </div>
      <div className={classes.body}>
        <Outline episode={episode} />
        <div className={classes.sections}>
          {mayEdit && <ProposalsBar episode={episode} />}
          <Sound episode={episode} mayEdit={mayEdit} />
          <Texts episode={episode} home={home} tab={tab} onTab={setTab} />
          <Basics episode={episode} />
          <People episode={episode} />
          <Chapters episode={episode} />
          <Transcript episode={episode} />
          <ClipsSection episode={episode} />
          <KitSection episode={episode} />
          <Files episode={episode} />
          <CoverSection episode={episode} show={show} />
          <InTheFeed episode={episode} />
        </div>
      </div>
      <PublishPanel
        episode={episode}
        show={show}
        isOpen={isPublishing}
        onClose={panel.close}
        onJump={(field) => {
          panel.close();
          const lang = /^texts\.(fr|en)/.exec(field)?.[1] as Lang | undefined;
          if (lang) setTab(lang);
          setTimeout(() => jumpTo(field), 250);
        }}
      />
    </>
  );
}

/** Brings a field into view and focuses it; a whole section takes the focus on its heading. */
function jumpTo(field: string): void {
  const section = field === 'audio' ? 'sound' : field.split('.')[0]!;
  const known: Record<string, string> = { number: 'basics', recordedOn: 'basics', show: 'cover', title: 'texts' };
  const target =
    document.getElementById(`field-${field}`) ??
    document.getElementById(`${section}-title`) ??
    document.getElementById(`${known[section] ?? 'texts'}-title`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
