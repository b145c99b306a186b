import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMe } from '../../api/queries';
import type { Person } from '../../api/types';
import { useWords } from '../../words/words';
import { EraseDialog } from './erase-dialog';
import classes from './people.module.css';

/** For who wants to be nowhere any more; only the owner of the instance sees it. */
export function ErasePart({ person }: { person: Person }) {
  const { t } = useWords();
  const me = useMe();
  const [isOpen, dialog] = useDisclosure(false);
  if (!me.data?.isInstanceOwner) return null;
  return (
    <section className={classes.part} aria-labelledby="person-erase">
      <Title order={2} id="person-erase">
        {t('people.erase')}
      </Title>
      <Text className="soft" size="sm">
        {t('people.erase.hint')}
      </Text>
      <Button mt="sm" size="sm" variant="default" onClick={dialog.open}>
        {t('people.erase.look')}
      </Button>
      {isOpen && <EraseDialog person={person} onClose={dialog.close} />}
    </section>
  );
}
