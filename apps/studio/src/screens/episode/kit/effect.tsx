import { Text } from '@mantine/core';
import { useWords } from '../../../words/words';
import classes from './kit.module.css';
import { useKitDesk } from './kit-desk';

/** What came of the guest's link, as sums that name nobody; few stay few (`ux:K-13`). */
export function Effect() {
  const { t, number } = useWords();
  const { kit, name } = useKitDesk();
  const { effect } = kit;
  if (!effect) {
    return (
      <Text size="sm" className="soft" mt="md">
        {t('kitdesk.effectOff', { name })}
      </Text>
    );
  }
  return (
    <dl className={classes.effect}>
      {(['visits', 'plays', 'shares'] as const).map((each) => (
        <div key={each}>
          <dt>{t(`kit.effect.${each}`)}</dt>
          <dd>{effect[each] === null ? t('kit.effect.few') : number(effect[each])}</dd>
        </div>
      ))}
    </dl>
  );
}
