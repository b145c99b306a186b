import { Button, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import type { ImportReport } from '../../api/import.calls';
import { useWords } from '../../words/words';
import classes from './import.module.css';

/** Which tags are understood, and which are lost; all of them on wish. */
export function Tags({ tags }: { tags: ImportReport['tags'] }) {
  const { t, number } = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const lost = tags.filter(({ fate }) => fate === 'lost');
  const names = [...new Set(lost.map(({ name }) => name))];
  return (
    <section className={classes.wide}>
      <Title order={2} mb="xs">
        {t('studio.import.tags')}
      </Title>
      <Text>
        {t('studio.import.lostSummary', { n: names.length, number: number(names.length) })}{' '}
        {names.slice(0, 12).map((name, i) => (
          <span key={name}>
            {i > 0 && ', '}
            <code>{`<${name}>`}</code>
          </span>
        ))}
        {names.length > 12 && ' …'}
      </Text>
      <Button
        variant="default"
        size="xs"
        mt="sm"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'studio.import.tagsHide' : 'studio.import.tagsShow')}
      </Button>
      <div id={id} hidden={!isOpen} className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('studio.import.tag')}</th>
              <th scope="col">{t('studio.import.where')}</th>
              <th scope="col">{t('studio.import.count')}</th>
              <th scope="col">{t('studio.import.fate')}</th>
            </tr>
          </thead>
          <tbody>
            {tags.map(({ name, of, count, fate }) => (
              <tr key={`${of} ${name}`}>
                <td>
                  <code>{`<${name}>`}</code>
                </td>
                <td>{t(`studio.import.where.${of}`)}</td>
                <td className={classes.number}>{number(count)}</td>
                <td>{t(`studio.import.fate.${fate}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
