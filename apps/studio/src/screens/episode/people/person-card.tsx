import { ActionIcon, Avatar, Button, Select, TextInput, Textarea, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Appearance, AppearanceRole, AppearanceText, Lang } from '../../../api/types';
import { useWords } from '../../../words/words';
import { langNames } from '../texts/lang-names';
import classes from '../episode.module.css';
import { readyDisclaimer } from './disclaimer';

const PersonDialog = lazy(async () => ({ default: (await import('../../person/person-dialog')).PersonDialog }));

const roleWords = {
  guest: 'studio.appearance.guest',
  host: 'studio.appearance.host',
  speaker: 'studio.appearance.speaker',
  panellist: 'studio.appearance.panellist',
  moderator: 'studio.appearance.moderator',
} as const;

const employers = ['named', 'notes', 'hidden'] as const;

interface Props {
  person: Appearance;
  path: string;
  errors: Record<string, string>;
  onChange(change: Partial<Appearance>): void;
  onRemove(): void;
  /** Absent: there is nobody above, or below. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
}

/** One appearance: role, title per language and employer as of the recording, disclaimer per language. */
export function PersonCard({ person, path, errors, onChange, ...moves }: Props) {
  const { t, language } = useWords();
  const [isOpen, setOpen] = useState(false);
  const langs: Lang[] = language === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  const row = (lang: Lang): AppearanceText =>
    person.texts.find((text) => text.lang === lang) ?? { lang, title: '', disclaimer: '', biography: '' };
  const setRow = (lang: Lang, change: Partial<AppearanceText>) =>
    onChange({ texts: [...person.texts.filter((text) => text.lang !== lang), { ...row(lang), ...change }] });
  const addDisclaimers = () =>
    onChange({
      texts: langs.map((lang) => ({
        ...row(lang),
        disclaimer: row(lang).disclaimer || readyDisclaimer(lang, person),
      })),
    });
  const disclaims = person.texts.some((text) => text.disclaimer);
  return (
    <div className={classes.person} role="group" aria-label={person.name}>
      <CardHead person={person} onOpen={() => setOpen(true)} {...moves} />
      <div className={classes.wideGrid}>
        <Select
          label={t('studio.people.role')}
          allowDeselect={false}
          value={person.role}
          onChange={(role) => onChange({ role: role as AppearanceRole })}
          data={Object.entries(roleWords).map(([value, word]) => ({ value, label: t(word) }))}
        />
        <TextInput
          label={t('studio.people.organisation')}
          value={person.organisation}
          onChange={(e) => onChange({ organisation: e.currentTarget.value })}
          error={errors[`${path}.organisation`]}
        />
        {person.organisation && (
          <>
            <Select
              label={t('people.edit.employer')}
              allowDeselect={false}
              value={person.employer}
              onChange={(employer) => onChange({ employer: employer as Appearance['employer'] })}
              data={employers.map((value) => ({ value, label: t(`people.edit.employer.${value}`) }))}
            />
            <TextInput
              label={t('people.edit.organisationUrl')}
              placeholder="https://"
              value={person.organisationUrl}
              onChange={(e) => onChange({ organisationUrl: e.currentTarget.value })}
              error={errors[`${path}.organisationUrl`]}
            />
          </>
        )}
        {langs.map((lang) => (
          <TextInput
            key={lang}
            label={t('studio.people.titleIn', { language: langNames[lang] })}
            lang={lang}
            value={row(lang).title}
            onChange={(e) => setRow(lang, { title: e.currentTarget.value })}
          />
        ))}
      </div>
      {isOpen && person.personId && (
        <Suspense>
          <PersonDialog personId={person.personId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
      {!disclaims ? (
        <Button mt="md" size="sm" variant="default" onClick={addDisclaimers}>
          {t('studio.people.addDisclaimer')}
        </Button>
      ) : (
        <div className={classes.wideGrid} style={{ marginTop: 18 }}>
          {langs.map((lang) => (
            <Textarea
              key={lang}
              label={t('studio.people.disclaimerIn', { language: langNames[lang] })}
              lang={lang}
              autosize
              minRows={2}
              value={row(lang).disclaimer}
              onChange={(e) => setRow(lang, { disclaimer: e.currentTarget.value })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type HeadProps = Pick<Props, 'person' | 'onRemove' | 'onUp' | 'onDown'> & { onOpen(): void };

/** Who it is, with the living record behind a button; up, down, away. */
function CardHead({ person, onOpen, onRemove, onUp, onDown }: HeadProps) {
  const { t } = useWords();
  const { name } = person;
  const acts = [
    onUp && { label: t('people.edit.up', { name }), Icon: IconArrowUp, run: onUp },
    onDown && { label: t('people.edit.down', { name }), Icon: IconArrowDown, run: onDown },
    { label: t('studio.people.removeNamed', { name }), Icon: IconX, run: onRemove },
  ].filter((act) => act !== undefined);
  return (
    <div className={classes.personHead}>
      <Avatar src={person.photoUrl} name={name} color="after" size={44} radius={999} alt="" />
      <strong>{name}</strong>
      {person.personId && (
        <Button size="xs" variant="default" aria-label={t('studio.person.openNamed', { name })} onClick={onOpen}>
          {t('studio.person.open')}
        </Button>
      )}
      {acts.map(({ label, Icon, run }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="subtle" color="gray" size={36} onClick={run} aria-label={label}>
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
