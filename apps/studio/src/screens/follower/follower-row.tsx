import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Follower, removeFollower } from '../../api/follower.calls';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';

interface Props {
  showId: string;
  follower: Follower;
  onRemoved(): void;
}

/** An address, what it asked for and since when. */
export function FollowerRow({ showId, follower, onRemoved }: Props) {
  const words = useWords();
  const { t, date } = words;
  const [isAsking, setAsking] = useState(false);
  const { id, email, target, part, title, isOnce, confirmedAt } = follower;
  const remove = async () => {
    setAsking(false);
    try {
      await removeFollower(showId, id);
      tell(t('followers.studio.removed', { email }));
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
    onRemoved();
  };
  const [name, domain] = email.split('@');
  const wish = t(`followers.studio.wants.${target}`, { title: title ?? '…', part });
  return (
    <li>
      <div className={classes.row}>
        <span className={classes.text}>
          <strong style={{ overflowWrap: 'anywhere' }}>
            {name}
            <wbr />@{domain}
          </strong>
          <span>{[wish, date(confirmedAt)].join(' · ')}</span>
        </span>
        {isOnce && <Badge>{t('followers.studio.once')}</Badge>}
        <Button
          size="sm"
          variant="default"
          aria-label={t('followers.studio.removeNamed', { email })}
          onClick={() => setAsking(true)}
        >
          {t('followers.studio.remove')}
        </Button>
      </div>
      {isAsking && <AskRemove email={email} onClose={() => setAsking(false)} onYes={() => void remove()} />}
    </li>
  );
}

/** Asked first: the address is gone for good, and only its owner can bring it back. */
function AskRemove({ email, onClose, onYes }: { email: string; onClose(): void; onYes(): void }) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('followers.studio.removeNamed', { email })}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack>
        <Text>{t('followers.studio.removeConfirm')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('studio.cancel')}
          </Button>
          <Button onClick={onYes}>{t('followers.studio.remove')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
