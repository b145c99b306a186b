import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useWords } from '../../../words/words';
import { Ranges } from './edit/ranges';
import { Settings } from './edit/settings';
import type { SoundEditing } from './edit/use-sound-edit';
import { ListenersNote, Shifts, Tags } from './make/consequences';
import { Revisions } from './make/revisions';
import { Findings } from './read/findings';
import type { Stage } from './stage/use-stage';
import type { StudioProps } from './studio';
import { Tracks } from './tracks/tracks';
import classes from './studio.module.css';

interface Props extends StudioProps {
  editing: SoundEditing;
  stage: Stage;
  openFinding: number | null;
  onOpenFinding(index: number): void;
}

/** What is read and set below the picture, in two columns where there is room. */
export function Aside({ episode, sound, mayEdit, editing, stage, openFinding, onOpenFinding }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.columns}>
      <div>
        <Part title={t('studio.sound.findings')}>
          <Findings findings={sound.findings} stage={stage} open={openFinding} onOpen={onOpenFinding} />
        </Part>
        <Part title={t('studio.sound.ranges')}>
          <Ranges editing={editing} stage={stage} mayEdit={mayEdit} />
          <Shifts sound={sound} />
        </Part>
        <Part title={t('studio.sound.tracks')}>
          <Tracks episode={episode} sound={sound} mayEdit={mayEdit} />
        </Part>
        <Part title={t('studio.sound.revisions')}>
          <Revisions episode={episode} sound={sound} mayEdit={mayEdit} />
        </Part>
        <Part title={t('studio.sound.tags')}>
          <Tags episode={episode} sound={sound} mayEdit={mayEdit} />
        </Part>
        <Part title={t('studio.sound.note')}>
          <ListenersNote sound={sound} editing={editing} mayEdit={mayEdit} />
        </Part>
      </div>
      <Part title={t('studio.sound.settings')}>
        <Settings showId={episode.showId} sound={sound} editing={editing} mayEdit={mayEdit} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}
