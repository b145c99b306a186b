import { Badge, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  newAddress,
  type NewSubscriber,
  renameSubscriber,
  revokeSubscriber,
  type Subscriber,
} from '../../api/kinds.calls';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';

interface Props {
  showId: string;
  subscriber: Subscriber;
  onNewAddress(subscriber: NewSubscriber): void;
  onChanged(): void;
}

type Question = 'rename' | 'address' | 'revoke';

/** One subscriber: since when, last fetched on which day, and what may be done. */
export function SubscriberRow({ showId, subscriber, onNewAddress, onChanged }: Props) {
  const words = useWords();
  const { t, date, day } = words;
  const [question, setQuestion] = useState<Question | null>(null);
  const { id, name, revokedAt, fetchedOn, createdAt } = subscriber;
  const act = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
    setQuestion(null);
    onChanged();
  };
  const facts = [
    revokedAt
      ? t('kinds.subscriber.revokedOn', { date: date(revokedAt) })
      : t('kinds.subscriber.since', { date: date(createdAt) }),
    fetchedOn ? t('kinds.subscriber.fetched', { day: day(fetchedOn) }) : t('kinds.subscriber.neverFetched'),
  ];
  const button = (what: Question, label: string, named: string) => (
    <Button size="sm" variant="default" onClick={() => setQuestion(what)} aria-label={named}>
      {label}
    </Button>
  );
  return (
    <li className={classes.row}>
      <span className={classes.text}>
        <strong>{name}</strong>
        <span>{facts.join(' · ')}</span>
      </span>
      {revokedAt && <Badge>{t('kinds.subscriber.isRevoked')}</Badge>}
      <Group gap="xs">
        {button('rename', t('kinds.subscriber.rename'), t('kinds.subscriber.renameNamed', { name }))}
        {button('address', t('kinds.subscriber.newAddress'), t('kinds.subscriber.newAddressNamed', { name }))}
        {!revokedAt && button('revoke', t('kinds.subscriber.revoke'), t('kinds.subscriber.revokeNamed', { name }))}
      </Group>
      {question === 'rename' && (
        <Rename
          name={name}
          onClose={() => setQuestion(null)}
          onSave={(next) => void act(async () => void (await renameSubscriber(showId, id, next)))}
        />
      )}
      {question === 'address' && (
        <Ask
          title={t('kinds.subscriber.newAddressTitle', { name })}
          text={revokedAt ? t('kinds.subscriber.newAddressBack') : t('kinds.subscriber.newAddressText')}
          yes={t('kinds.subscriber.newAddress')}
          onClose={() => setQuestion(null)}
          onYes={() => void act(async () => onNewAddress(await newAddress(showId, id)))}
        />
      )}
      {question === 'revoke' && (
        <Ask
          title={t('kinds.subscriber.revokeTitle', { name })}
          text={t('kinds.subscriber.revokeText')}
          yes={t('kinds.subscriber.revoke')}
          onClose={() => setQuestion(null)}
          onYes={() =>
            void act(async () => {
              await revokeSubscriber(showId, id);
              tell(t('kinds.subscriber.revokedDone', { name }));
            })
          }
        />
      )}
    </li>
  );
}

interface AskProps {
  title: string;
  text: string;
  yes: string;
  onClose(): void;
  onYes(): void;
}

/** What cannot be taken back is asked first: the address before is gone for good. */
function Ask({ title, text, yes, onClose, onYes }: AskProps) {
  const { t } = useWords();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('studio.close') }}>
      <Stack>
        <Text>{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('studio.cancel')}
          </Button>
          <Button onClick={onYes}>{yes}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Rename({ name, onClose, onSave }: { name: string; onClose(): void; onSave(name: string): void }) {
  const { t } = useWords();
  const [value, setValue] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(value);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('kinds.subscriber.renameNamed', { name })}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('kinds.subscriber.name')}
            value={value}
            maxLength={200}
            data-autofocus
            onChange={(e) => setValue(e.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('studio.cancel')}
            </Button>
            <Button type="submit" disabled={value.trim() === ''}>
              {t('studio.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
