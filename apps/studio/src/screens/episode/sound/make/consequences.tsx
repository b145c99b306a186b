import { Alert, Button, Stack, Switch, Text } from '@mantine/core';
import '@mantine/core/styles/Switch.css';
import { updateTags } from '../../../../api/sound.calls';
import type { EpisodeSound } from '../../../../api/sound.types';
import type { Episode } from '../../../../api/types';
import { useWords } from '../../../../words/words';
import { formatTimeCode } from '../../chapters/time-code';
import type { SoundEditing } from '../edit/use-sound-edit';
import classes from './make.module.css';
import { useSoundAct } from './use-sound-act';

/** What the file says of itself may be older than the page: its tags are changed only when asked. */
export function Tags({ episode, sound, mayEdit }: { episode: Episode; sound: EpisodeSound; mayEdit: boolean }) {
  const { t } = useWords();
  const act = useSoundAct(episode);
  const { isFrozen, isDifferent } = sound.tags;
  return (
    <Stack gap="xs" align="flex-start">
      <Text className="soft" size="sm">
        {isFrozen && isDifferent
          ? t('studio.sound.tagsDiffer')
          : isFrozen
            ? t('studio.sound.tagsFrozen')
            : t('studio.sound.tagsFollow')}
      </Text>
      {isFrozen && isDifferent && mayEdit && (
        <Button
          variant="default"
          size="sm"
          loading={act.isPending}
          onClick={() =>
            act.mutate({ run: () => updateTags(episode.showId, episode.id), done: t('studio.sound.tagsOnTheirWay') })
          }
        >
          {t('studio.sound.updateTags')}
        </Button>
      )}
    </Stack>
  );
}

/** Chapters that moved with the cuts, and those that have no place any more. */
export function Shifts({ sound: { shifts } }: { sound: EpisodeSound }) {
  const { t } = useWords();
  if (shifts.items.length === 0) return null;
  return (
    <Alert
      variant="outline"
      color={shifts.lost > 0 ? 'accent' : 'after'}
      title={t('studio.sound.shifts', { n: shifts.items.length - shifts.lost, lost: shifts.lost })}
    >
      <ul className="plain-list">
        {shifts.items.map(({ title, fromMs, toMs }) => (
          <li key={`${fromMs}${title}`}>
            {toMs === null
              ? t('studio.sound.chapterLost', { title, from: formatTimeCode(fromMs) })
              : t('studio.sound.chapterMoved', { title, from: formatTimeCode(fromMs), to: formatTimeCode(toMs) })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The honest note on the public page, in the words that listeners will read. */
export function ListenersNote({
  sound: { note },
  editing,
  mayEdit,
}: {
  sound: EpisodeSound;
  editing: SoundEditing;
  mayEdit: boolean;
}) {
  const { t } = useWords();
  return (
    <div>
      <Switch
        color="after"
        label={t('studio.sound.noteShow')}
        description={t('studio.sound.noteHint')}
        disabled={!mayEdit}
        checked={editing.value.noteShown}
        onChange={(event) => editing.set({ noteShown: event.currentTarget.checked })}
      />
      {note.items.length === 0 ? (
        <Text size="sm" className="soft" mt={6}>
          {t('studio.sound.noteNothing')}
        </Text>
      ) : (
        <ul className={`plain-list ${classes.noteItems}`} aria-label={t('studio.sound.noteItems')}>
          {note.items.map(({ startMs, endMs, skipToMs, sentence }) => (
            <li key={startMs}>
              {sentence}{' '}
              <span className="soft">
                {skipToMs === null
                  ? `${formatTimeCode(second(startMs))}–${formatTimeCode(second(endMs))}`
                  : t('studio.sound.noteSkip', { time: formatTimeCode(second(skipToMs)) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const second = (ms: number): number => Math.round(ms / 1000) * 1000;
