import { Button, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { type Kits, useKits } from '../../../api/kit.calls';
import { useEpisode, useMe, useShow } from '../../../api/queries';
import type { Episode, Lang, Show } from '../../../api/types';
import { Empty } from '../../../parts/empty';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { PageTitle } from '../../../parts/page-title';
import { textOf } from '../../../parts/text-of';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import { GuestKit } from './guest-kit';
import { NewPage } from './new-page';

/** What each guest gets, when, and what came of it (`ux` 4.11). */
export function KitScreen() {
  const { showId = '', episodeId = '' } = useParams();
  const episode = useEpisode(showId, episodeId);
  const show = useShow(showId);
  if (episode.isError) return <ErrorNote error={episode.error} onRetry={() => void episode.refetch()} />;
  if (show.isError) return <ErrorNote error={show.error} onRetry={() => void show.refetch()} />;
  if (!episode.data || !show.data) return <Loading rows={4} height={120} />;
  return <Loaded key={episodeId} episode={episode.data} show={show.data} />;
}

function Loaded({ episode, show }: { episode: Episode; show: Show }) {
  const { t } = useWords();
  const at = { showId: show.id, episodeId: episode.id };
  const kits = useKits(at);
  const me = useMe();
  const home: Lang = show.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  const title = textOf(episode.working.texts, home, 'title') || t('studio.episode.untitled');
  const mayEdit = me.data?.isInstanceOwner === true || show.role !== 'moderator';
  return (
    <>
      <div className={classes.crumb}>
        <Link to={`/shows/${show.id}/episodes/${episode.id}`}>{title}</Link>
      </div>
      <PageTitle title={t('kitdesk.title')} tab={`${t('kitdesk.title')} · ${title}`} />
      <Text className="soft" maw={640} mb="lg">
        {t('kitdesk.intro')}
      </Text>
      {kits.isError && <ErrorNote error={kits.error} onRetry={() => void kits.refetch()} />}
      {kits.isPending && <Loading rows={3} height={160} />}
      {kits.data && <Guests at={at} kits={kits.data} show={show} mayEdit={mayEdit} />}
    </>
  );
}

interface GuestsProps {
  at: { showId: string; episodeId: string };
  kits: Kits;
  show: Show;
  mayEdit: boolean;
}

function Guests({ at, kits, show, mayEdit }: GuestsProps) {
  const { t } = useWords();
  const workspace = `/shows/${at.showId}/episodes/${at.episodeId}`;
  // Hosts have their own ways to share; they get a page when somebody makes one.
  const guests = kits.without.filter(({ role }) => role !== 'host' && role !== 'moderator');
  if (kits.items.length + guests.length === 0) {
    return (
      <Empty title={t('kitdesk.empty')} text={t('kitdesk.emptyText')}>
        <Button component={Link} to={`${workspace}#people`}>
          {t('kitdesk.addGuests')}
        </Button>
      </Empty>
    );
  }
  return (
    <div style={{ display: 'grid', gap: '1.5rem' }}>
      {kits.items.map((kit) => (
        <GuestKit
          key={kit.linkId}
          at={at}
          kit={kit}
          isReachable={kits.isReachable}
          isAlone={kits.items.length === 1}
          mayEdit={mayEdit}
        />
      ))}
      {mayEdit &&
        guests.map((person) => <NewPage key={person.personId} at={at} person={person} language={show.language} />)}
    </div>
  );
}
