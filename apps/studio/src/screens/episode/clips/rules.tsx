import { Button, Group, Modal, NumberInput, Radio } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { keepHighlights, type ReviewRules, saveRules } from '../../../api/clip.calls';
import { toSentence } from '../../../parts/error-note';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { useBoard } from './board';

/** How the show has its clips and quotes approved (`ux:K-21`, `ux:K-22`). */
export function RulesButton() {
  const { t } = useWords();
  const { mayEdit } = useBoard();
  const [isOpen, dialog] = useDisclosure(false);
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="subtle" onClick={dialog.open}>
        {t('clip.screen.rules')}
      </Button>
      {isOpen && <RulesDialog onClose={dialog.close} />}
    </>
  );
}

function RulesDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const { at, all } = useBoard();
  const [rules, setRules] = useState<ReviewRules>(all.rules);
  const save = async () => {
    try {
      keepHighlights(at, { ...all, rules: await saveRules(at.showId, rules) });
      tell(t('clip.screen.saved'));
      onClose();
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('clip.screen.rules')}>
      <Radio.Group
        value={rules.approval}
        onChange={(value) => setRules({ ...rules, approval: value as 'ask' | 'none' })}
      >
        <Radio value="ask" label={t('clip.screen.rules.ask')} description={t('clip.screen.rules.askHint')} mb="sm" />
        <Radio value="none" label={t('clip.screen.rules.none')} description={t('clip.screen.rules.noneHint')} />
      </Radio.Group>
      {rules.approval === 'ask' && (
        <>
          <NumberInput
            mt="md"
            w={160}
            label={t('clip.screen.rules.hours')}
            min={2}
            max={336}
            value={rules.hours}
            onChange={(value) => setRules({ ...rules, hours: Number(value) || 72 })}
          />
          <Radio.Group
            mt="md"
            label={t('clip.screen.rules.silence')}
            value={rules.silence}
            onChange={(value) => setRules({ ...rules, silence: value as 'unused' | 'asis' })}
          >
            <Radio mt="xs" value="unused" label={t('clip.screen.rules.unused')} />
            <Radio mt="xs" value="asis" label={t('clip.screen.rules.asis')} />
          </Radio.Group>
        </>
      )}
      <Group mt="lg" justify="flex-end">
        <Button onClick={() => void save()}>{t('clip.screen.save')}</Button>
      </Group>
    </Modal>
  );
}
