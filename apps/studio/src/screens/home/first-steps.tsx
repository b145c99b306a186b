import { Anchor, Button, Code, Text, Title } from '@mantine/core';
import '@mantine/core/styles/Code.css';
import { Link } from 'react-router';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';
import classes from './home.module.css';

/** A new instance: three steps, one action, and where to see a finished example. */
export function FirstSteps({ name }: { name: string }) {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('studio.first.title', { name })} tab={t('studio.home.title')} />
      <Text size="lg" maw={560}>
        {t('studio.first.text')}
      </Text>
      <ol className={`plain-list ${classes.steps}`}>
        <li className={classes.step}>
          <span className={classes.number} aria-hidden>
            1
          </span>
          <Title order={2}>{t('studio.first.show')}</Title>
          <Text className="soft">{t('studio.first.showText')}</Text>
          <Button component={Link} to="/shows/new">
            {t('studio.first.showAction')}
          </Button>
          <Anchor component={Link} to="/import">
            {t('studio.import.firstAction')}
          </Anchor>
        </li>
        <li className={classes.step}>
          <span className={classes.number} aria-hidden>
            2
          </span>
          <Title order={2}>{t('studio.first.drop')}</Title>
          <Text className="soft">{t('studio.first.dropText')}</Text>
        </li>
        <li className={classes.step}>
          <span className={classes.number} aria-hidden>
            3
          </span>
          <Title order={2}>{t('studio.first.publish')}</Title>
          <Text className="soft">{t('studio.first.publishText')}</Text>
        </li>
      </ol>
      <Text mt="xl" className="soft">
        {t('studio.first.sample')} <Code>npm run demo</Code>
      </Text>
    </>
  );
}
