import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import type { At } from '../../../api/clip.calls';
import { type Guests, useGuests } from '../../../api/guest.calls';
import { useEpisode, useMe, useShow } from '../../../api/queries';
import type { Episode, Show } from '../../../api/types';
import { Empty } from '../../../parts/empty';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { DeskHead } from '../episode-desk';
import { GuestCard } from './guest-card';
import own from './guests.module.css';
import { OpenCorrections } from './open-corrections';
import { useGuestKeys } from './use-guest-keys';

/** Who, as what, when: each guest with link, consents, corrections and history (`ux` 4.8). */
export function GuestsScreen() {
  const { showId = '', episodeId = '' } = useParams();
  const episode = useEpisode(showId, episodeId);
  const show = useShow(showId);
  const guests = useGuests({ showId, episodeId });
  const failed = [episode, show, guests].find(({ isError }) => isError);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!episode.data || !show.data || !guests.data) return <Loading rows={4} height={140} />;
  return <Loaded key={episodeId} episode={episode.data} show={show.data} guests={guests.data} />;
}

function Loaded({ episode, show, guests }: { episode: Episode; show: Show; guests: Guests }) {
  const { t, day } = useWords();
  const me = useMe();
  const at: At = { showId: show.id, episodeId: episode.id };
  const role = me.data?.isInstanceOwner ? 'owner' : show.role;
  const workspace = `/shows/${show.id}/episodes/${episode.id}#people`;
  useGuestKeys(workspace);
  const add = (
    <Button component={Link} to={workspace} variant="default" leftSection={<IconUserPlus size={17} aria-hidden />}>
      {t('people.board.add')}
    </Button>
  );
  return (
    <>
      <DeskHead episode={episode} show={show} title={t('people.board.title')}>
        {guests.items.length > 0 && add}
      </DeskHead>
      <p className="soft" style={{ maxWidth: 680, margin: '-8px 0 24px' }}>
        {t('people.board.intro')}{' '}
        {guests.recordedOn ? t('people.board.on', { date: day(guests.recordedOn) }) : t('people.board.noDate')}.
      </p>
      <OpenCorrections at={at} guests={guests} mayDecide={role === 'owner' || role === 'producer'} />
      {guests.items.length === 0 ? (
        <Empty title={t('people.board.none')} text={t('people.board.noneText')}>
          {add}
        </Empty>
      ) : (
        <div className={own.cards}>
          {guests.items.map((guest) => (
            <GuestCard key={guest.personId} at={at} guest={guest} mayEdit={role !== 'moderator'} />
          ))}
        </div>
      )}
    </>
  );
}
