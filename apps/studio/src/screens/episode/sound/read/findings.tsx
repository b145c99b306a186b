import { Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { SoundFinding } from '../../../../api/sound.types';
import { useWords } from '../../../../words/words';
import { formatTimeCode } from '../../chapters/time-code';
import type { Stage } from '../stage/use-stage';
import classes from './read.module.css';

interface Props {
  findings: readonly SoundFinding[];
  stage: Stage;
  open: number | null;
  onOpen(index: number): void;
}

/** What ears would say, numbered as on the waveform. Each line leads to its place. */
export function Findings({ findings, stage, open, onOpen }: Props) {
  const { t } = useWords();
  if (findings.every(({ weight }) => weight === 'note') && stage.shown.hasAfter && stage.shown.report.mode === 'linear')
    return (
      <>
        <Nothing />
        {findings.length > 0 && <List {...{ findings, stage, open, onOpen }} />}
      </>
    );
  if (findings.length === 0) return <Text className="soft">{t('studio.sound.noFindings')}</Text>;
  return <List {...{ findings, stage, open, onOpen }} />;
}

function Nothing() {
  const { t } = useWords();
  return (
    <Text c="var(--good)" fw={600}>
      <IconCheck size={18} aria-hidden className={classes.icon} /> {t('studio.sound.nothingToRepair')}
    </Text>
  );
}

function List({ findings, stage, open, onOpen }: Props) {
  const { t } = useWords();
  return (
    <ol className={`plain-list ${classes.findings}`} aria-label={t('studio.sound.findings')}>
      {findings.map((finding, i) => (
        <li key={`${finding.kind}${finding.startMs}`}>
          <UnstyledButton
            className={classes.finding}
            aria-current={open === i || undefined}
            onClick={() => {
              onOpen(i);
              stage.show(finding);
              document.getElementById('plot')?.scrollIntoView({ block: 'nearest' });
            }}
          >
            <span className={classes.number} aria-hidden>
              {i + 1}
            </span>
            <span>
              <span className={classes.time}>
                {formatTimeCode(wholeSecond(finding.startMs))}–{formatTimeCode(wholeSecond(finding.endMs))}
              </span>{' '}
              {finding.sentence}
              <Outcome finding={finding} />
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}

function Outcome({ finding: { weight, isMended } }: { finding: SoundFinding }) {
  const { t } = useWords();
  const [Icon, word, tone] = isMended
    ? ([IconCheck, t('studio.sound.mended'), 'good'] as const)
    : weight === 'problem'
      ? ([IconAlertTriangle, t('studio.sound.notMended'), 'warn'] as const)
      : ([IconInfoCircle, t('studio.sound.forInformation'), 'ink-soft'] as const);
  return (
    <span className={classes.outcome} style={{ color: `var(--${tone})` }}>
      <Icon size={15} aria-hidden className={classes.icon} /> {word}
    </span>
  );
}

const wholeSecond = (ms: number): number => Math.round(ms / 1000) * 1000;
