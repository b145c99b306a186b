import { Anchor, Button, Group, Loader, Text } from '@mantine/core';
import { isKey } from '#libs/messages';
import { type Clip, type ClipFile, makeAgain } from '../../../api/clip.calls';
import { useWords } from '../../../words/words';
import { langName } from './lang-name';
import { useBoard } from './board';
import classes from './clips.module.css';

const shapes = ['square', 'story', 'wide'] as const;

/** How far each film is, to look at and to fetch; a failure in a sentence, with another try. */
export function ClipFiles({ clip }: { clip: Clip }) {
  const { t } = useWords();
  const { all } = useBoard();
  const files = all.files.filter(({ clipId }) => clipId === clip.id);
  if (files.length === 0) return null;
  const films = shapes.flatMap((shape) => files.filter((file) => file.kind === 'clip' && file.shape === shape));
  const others = files.filter((file) => file.kind !== 'clip' && file.url);
  const failed = files.filter(({ state }) => state === 'failed');
  return (
    <>
      <div className={classes.shapes}>
        {films.map((file) => (
          <Film key={file.id} file={file} />
        ))}
      </div>
      {failed[0] && <Failure file={failed[0]} others={failed.slice(1)} />}
      {others.length > 0 && (
        <Group gap="sm" mt="xs">
          <Text size="sm" className="soft">
            {t('clip.screen.files')}
          </Text>
          {others.map((file) => (
            <Anchor key={file.id} size="sm" href={file.url!} download={file.fileName}>
              <Name file={file} />
            </Anchor>
          ))}
        </Group>
      )}
    </>
  );
}

function Film({ file }: { file: ClipFile }) {
  const { t, language } = useWords();
  const shape = file.shape as (typeof shapes)[number];
  const label = `${t(`clip.shape.${shape}`)}, ${langName(language, file.lang)}`;
  return (
    <figure className={classes.shape} style={{ margin: 0 }}>
      <div className={`${classes.frame} ${classes[shape]}`}>
        {file.url ? (
          <video src={`${file.url}#t=0.1`} preload="metadata" controls={false} muted aria-label={label} />
        ) : (
          file.state !== 'failed' && <Loader size="xs" color="gray" aria-hidden />
        )}
      </div>
      <figcaption>
        {file.url ? (
          <Anchor size="sm" href={file.url} download={file.fileName}>
            {label}
          </Anchor>
        ) : (
          <>
            {label}
            <br />
            {t(`clip.screen.file.${file.state}`)}
          </>
        )}
      </figcaption>
    </figure>
  );
}

function Failure({ file, others }: { file: ClipFile; others: readonly ClipFile[] }) {
  const { t } = useWords();
  const { at, act, mayEdit } = useBoard();
  return (
    <div className={classes.note} role="alert">
      <p>{isKey(file.error) ? t(file.error) : t('error.clip.render')}</p>
      {mayEdit && (
        <Button
          size="xs"
          variant="default"
          onClick={async () => {
            for (const { id } of [file, ...others]) await act(() => makeAgain(at, id));
          }}
        >
          {t('clip.screen.again')}
        </Button>
      )}
    </div>
  );
}

function Name({ file }: { file: ClipFile }) {
  const { t, language } = useWords();
  if (file.kind === 'clip-audio') return t('clip.screen.audio');
  if (file.kind === 'clip-clean') {
    return `${t(`clip.shape.${file.shape as (typeof shapes)[number]}`)}, ${t('clip.screen.clean')}`;
  }
  return `${file.kind === 'clip-srt' ? 'SRT' : 'VTT'} (${langName(language, file.lang)})`;
}
