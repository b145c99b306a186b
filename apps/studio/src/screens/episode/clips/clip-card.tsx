import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { changeClip, type Clip, type Step, stepClip } from '../../../api/clip.calls';
import { useWords } from '../../../words/words';
import { useBoard } from './board';
import { Card } from './card';
import { ClipEditor } from './clip-editor';
import { ClipFiles } from './clip-files';
import classes from './clips.module.css';

/** One clip of the board. */
export function ClipCard({ clip }: { clip: Clip }) {
  const { at, act } = useBoard();
  const [isEditing, setEditing] = useState(false);
  const title = clip.texts[0]?.title ?? '';
  const onStep = (step: Step) => act(() => stepClip(at, clip.id, step));
  return (
    <>
      <Card
        item={clip}
        words={title}
        onStep={onStep}
        onEdge={(edge, ms) => void act(() => changeClip(at, clip.id, { version: clip.version, [edge]: ms }))}
        onEdit={() => setEditing(true)}
      >
        <Waiting clip={clip} />
        {clip.isStale && <Stale onConfirm={() => void onStep('confirm')} />}
        {clip.state === 'approved' && !clip.isStale && <ClipFiles clip={clip} />}
      </Card>
      {isEditing && <ClipEditor clip={clip} onClose={() => setEditing(false)} />}
    </>
  );
}

/** Whose answer is missing, by name (`ux:K-23`). */
function Waiting({ clip }: { clip: Clip }) {
  const { t } = useWords();
  const { all } = useBoard();
  if (clip.state !== 'asked') return null;
  const missing = clip.needed.filter((id) => !clip.approvals[id]);
  const names = missing.map((id) => all.people.find(({ personId }) => personId === id)?.name ?? '').filter(Boolean);
  return (
    <Text size="sm" className="soft">
      {t('clip.screen.waitsFor', { names: names.join(', ') })}
    </Text>
  );
}

export function Stale({ onConfirm }: { onConfirm: () => void }) {
  const { t } = useWords();
  const { mayEdit } = useBoard();
  return (
    <div className={classes.note}>
      <p>{t('clip.screen.stale')}</p>
      {mayEdit && (
        <Button size="xs" variant="default" onClick={onConfirm}>
          {t('clip.screen.confirm')}
        </Button>
      )}
    </div>
  );
}
