import { Text } from '@mantine/core';
import type { ImportedChapters } from '../../../api/transcript.calls';
import { useWords } from '../../../words/words';
import { PlatformBadges } from '../platforms/platform-badges';
import classes from './import-preview.module.css';
import { formatTimeCode } from './time-code';

/** The chapters that were read, what platforms think of them, and what was left behind. */
export function ImportPreview({ found }: { found: ImportedChapters }) {
  const { t } = useWords();
  const { format, chapters, problems, lost, checks } = found;
  return (
    <section aria-live="polite" aria-label={t('studio.chapters.preview')}>
      <Text size="sm" fw={600}>
        {t('studio.chapters.found', { n: chapters.length })}
      </Text>
      <Text size="sm" className="soft">
        {format === 'file' && chapters.length === 0
          ? t('studio.chapters.noneInFile')
          : t('studio.chapters.format', { format })}
      </Text>
      {chapters.length > 0 && (
        <>
          <ol className={`plain-list ${classes.list}`}>
            {chapters.map(({ startMs, title, url }) => (
              <li key={startMs}>
                <span>{formatTimeCode(startMs)}</span>
                <span>
                  {title}
                  {url && <small> {url}</small>}
                </span>
              </li>
            ))}
          </ol>
          <PlatformBadges checks={checks} />
        </>
      )}
      {lost.length > 0 && (
        <Text size="sm" className="soft" mt="xs">
          {t('studio.chapters.lostParts', { parts: lost.join(', ') })}
        </Text>
      )}
      {problems.length > 0 && (
        <ul className={classes.problems}>
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
