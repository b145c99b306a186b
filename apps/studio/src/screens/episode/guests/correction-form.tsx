import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { At } from '../../../api/clip.calls';
import { type Correction, decideCorrection, keepGuests } from '../../../api/guest.calls';
import type { Lang } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';

const consequences = {
  affiliation: 'people.correction.acceptsAffiliation',
  moment: 'people.correction.acceptsMoment',
  consent: 'people.correction.acceptsConsent',
} as const;

/** Accept or decline, with a word to the guest and, if wanted, a dated one on the page. */
export function CorrectionForm({ at, correction }: { at: At; correction: Correction }) {
  const { t, language } = useWords();
  const { id, kind } = correction;
  const langs: Lang[] = language === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  const form = useForm({
    initialValues: { answer: '', isNoted: kind === 'affiliation', notes: { fr: '', en: '' } as Record<Lang, string> },
  });
  const decide = useMutation({
    mutationFn: (isAccepted: boolean) => {
      const { answer, isNoted, notes } = form.values;
      const said = langs.map((lang) => ({ lang, text: notes[lang] })).filter(({ text }) => text.trim());
      return decideCorrection(at, id, {
        ...{ isAccepted, answer, notes: isNoted ? said : [] },
        ...(kind !== 'consent' && { isNoted }),
      });
    },
    onSuccess: (all, isAccepted) => {
      keepGuests(at, all);
      tell(t(isAccepted ? 'people.correction.accepted' : 'people.correction.refused'));
    },
  });
  return (
    <Stack>
      <Text size="sm">{t(consequences[kind])}</Text>
      <Textarea
        label={t('people.correction.answer')}
        description={t('people.correction.answerHint')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('answer')}
      />
      {kind !== 'consent' && (
        <Checkbox label={t('people.correction.noted')} {...form.getInputProps('isNoted', { type: 'checkbox' })} />
      )}
      {kind !== 'consent' && form.values.isNoted && (
        <div className={classes.wideGrid}>
          {langs.map((lang) => (
            <TextInput
              key={lang}
              lang={lang}
              label={t('people.correction.note', { lang })}
              description={t('people.correction.noteHint')}
              maxLength={500}
              {...form.getInputProps(`notes.${lang}`)}
            />
          ))}
        </div>
      )}
      {decide.error && <ErrorNote error={decide.error} />}
      <Group>
        <Button loading={decide.isPending} onClick={() => decide.mutate(true)}>
          {t('people.correction.accept')}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {t('people.correction.refuse')}
        </Button>
      </Group>
    </Stack>
  );
}
