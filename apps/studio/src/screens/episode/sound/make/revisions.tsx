import { Anchor, Badge, Button, Text } from '@mantine/core';
import { rollBack } from '../../../../api/sound.calls';
import type { EpisodeSound, OutputKind, SoundRevision } from '../../../../api/sound.types';
import type { Episode } from '../../../../api/types';
import { WorkStateBadge } from '../../../../parts/state-badge';
import { useWords } from '../../../../words/words';
import classes from './make.module.css';
import { useSoundAct } from './use-sound-act';

interface Props {
  episode: Episode;
  sound: EpisodeSound;
  mayEdit: boolean;
}

/** All versions of the sound, newest first: where each comes from, which one listeners hear, and the way back to it. */
export function Revisions({ episode, sound, mayEdit }: Props) {
  const { t } = useWords();
  const act = useSoundAct(episode);
  const newestFirst = [...sound.revisions].sort((a, b) => b.number - a.number);
  return (
    <ol className={`plain-list ${classes.revisions}`} aria-label={t('studio.sound.revisions')} reversed>
      {newestFirst.map((revision) => (
        <li key={revision.id} className={classes.revision}>
          <Row revision={revision} />
          {mayEdit && revision.mp3 && !revision.isWorking && (
            <Button
              size="sm"
              variant="default"
              disabled={act.isPending}
              aria-label={t('studio.sound.rollBackTo', { n: revision.number })}
              onClick={() =>
                act.mutate({
                  run: () => rollBack(episode.showId, episode.id, revision.id),
                  done: t('studio.sound.rolledBack', { n: revision.number }),
                })
              }
            >
              {t('studio.sound.rollBack')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Row({ revision }: { revision: SoundRevision }) {
  const { t, dateTime, bytes, number: decimal } = useWords();
  const { number, origin, createdAt, summary, isReleased, isWorking, releasedAt, state, mp3, files, alternates } =
    revision;
  return (
    <div>
      <Text>
        <strong>{t('studio.sound.revisionOf', { n: number })}</strong> · {t(`studio.sound.origin.${origin}`)}{' '}
        <span className="soft">· {dateTime(createdAt)}</span>
      </Text>
      {summary && summary.beforeLufs !== null && summary.afterLufs !== null && (
        <Text size="sm" className="soft">
          {t('studio.sound.revisionSummary', {
            before: decimal(summary.beforeLufs, 1),
            after: decimal(summary.afterLufs, 1),
            problems: summary.problems,
            mended: summary.mended,
          })}
        </Text>
      )}
      {alternates
        .filter((alternate) => alternate.state !== 'done')
        .map(({ kind, state: how, message }) => (
          <Text key={kind} size="sm" className="soft">
            {t(how === 'failed' ? 'studio.sound.alternateFailed' : 'studio.sound.alternateWaiting', {
              file: t(`studio.sound.output.${kind as OutputKind}`),
              message: message ?? '',
            })}
          </Text>
        ))}
      <div className={classes.marks}>
        {isReleased && <Badge>{t('studio.sound.isReleased')}</Badge>}
        {isWorking && !isReleased && <Badge color="gray">{t('studio.sound.isWorking')}</Badge>}
        {!isReleased && releasedAt && <Badge color="gray">{t('studio.sound.wasReleased')}</Badge>}
        {state !== 'done' && <WorkStateBadge state={state} />}
      </div>
      <div className={classes.files}>
        {mp3 && <Anchor href={mp3.url}>{t('studio.sound.mp3', { size: bytes(mp3.bytes) })}</Anchor>}
        {files
          .filter(({ kind }) => kind !== 'mp3')
          .map(({ kind, url, bytes: size }) => {
            const word = t('studio.sound.file', { kind: kind.toUpperCase(), size: bytes(size) });
            return url ? (
              <Anchor key={kind} href={url}>
                {word}
              </Anchor>
            ) : (
              <span key={kind} className="soft">
                {word}
              </span>
            );
          })}
      </div>
    </div>
  );
}
