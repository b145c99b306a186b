import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type Kits, useKits } from '../../../api/kit.calls';
import { useMe } from '../../../api/queries';
import type { Episode, Show } from '../../../api/types';
import { Empty } from '../../../parts/empty';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { DeskHead, WithEpisode } from '../episode-desk';
import { GuestKit } from './guest-kit';
import { NewPage } from './new-page';

/** What each guest gets, when, and what came of it (`ux` 4.11). */
export function KitScreen() {
  return <WithEpisode>{Loaded}</WithEpisode>;
}

function Loaded({ episode, show }: { episode: Episode; show: Show }) {
  const { t } = useWords();
  const at = { showId: show.id, episodeId: episode.id };
  const kits = useKits(at);
  const me = useMe();
  const mayEdit = me.data?.isInstanceOwner === true || show.role !== 'moderator';
  return (
    <>
      <DeskHead episode={episode} show={show} title={t('kitdesk.title')} />
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
