import { Accordion, Text } from '@mantine/core';
import '@mantine/core/styles/Accordion.css';
import type { At } from '../../../api/clip.calls';
import type { Kit } from '../../../api/kit.calls';
import { useWords } from '../../../words/words';
import { Addresses } from './addresses';
import { Bounced } from './bounced';
import { Delivery } from './delivery';
import { Effect } from './effect';
import { Files } from './files';
import { History } from './history';
import { KitDeskContext } from './kit-desk';
import classes from './kit.module.css';
import { Settings } from './settings';
import { StageBadge } from './stage-badge';
import { TextsDesk } from './texts-desk';
import { useKitAct } from './use-kit-act';

interface Props {
  at: At;
  kit: Kit;
  isReachable: boolean;
  isAlone: boolean;
  mayEdit: boolean;
}

/** One guest's kit: where it stands, when it goes out, and everything in it. */
export function GuestKit({ at, kit, isReachable, isAlone, mayEdit }: Props) {
  const { t } = useWords();
  const name = kit.personName.trim().split(/\s+/)[0]!;
  const id = `kit-${kit.linkId}`;
  const parts = [
    ['files', t('kitdesk.files'), <Files key="files" />],
    ['texts', t('kitdesk.texts'), <TextsDesk key="texts" />],
    ['links', t('kitdesk.links'), <Addresses key="links" />],
    ['settings', t('kitdesk.settings'), <Settings key="settings" />],
    ['history', t('kitdesk.history'), <History key="history" />],
  ] as const;
  return (
    <KitDeskContext value={{ ...{ at, kit, name, mayEdit }, ...useKitAct(at) }}>
      <section className={classes.kit} aria-labelledby={id}>
        <div className={classes.head}>
          <h2 id={id}>{kit.personName}</h2>
          <StageBadge stage={kit.stage} />
        </div>
        <Bounced />
        <Delivery />
        {!isReachable && (
          <Text className={classes.note} size="sm">
            {t('kitdesk.notReachable')}
          </Text>
        )}
        {kit.quoteCount === 0 && (
          <Text className={classes.note} size="sm">
            {t('kitdesk.noQuote')}
          </Text>
        )}
        <Effect />
        <Accordion multiple defaultValue={isAlone ? ['files'] : []} variant="default" mt="md">
          {parts.map(([part, title, content]) => (
            <Accordion.Item key={part} value={part}>
              <Accordion.Control>{title}</Accordion.Control>
              <Accordion.Panel>{content}</Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      </section>
    </KitDeskContext>
  );
}
