import { ActionIcon, Avatar, Button, Select, TextInput, Textarea, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
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

interface Props {
  person: Appearance;
  path: string;
  errors: Record<string, string>;
  onChange(change: Partial<Appearance>): void;
  onRemove(): void;
}

/** One appearance: role, title per language and employer as of the recording, disclaimer per language. */
export function PersonCard({ person, path, errors, onChange, onRemove }: Props) {
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
        disclaimer: row(lang).disclaimer || readyDisclaimer(lang, person.name, person.organisation),
      })),
    });
  const disclaims = person.texts.some((text) => text.disclaimer);
  return (
    <div className={classes.person} role="group" aria-label={person.name}>
      <div className={classes.personHead}>
        <Avatar src={person.photoUrl} name={person.name} color="after" size={44} radius={999} alt="" />
        <strong>{person.name}</strong>
        {person.personId && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('studio.person.openNamed', { name: person.name })}
            onClick={() => setOpen(true)}
          >
            {t('studio.person.open')}
          </Button>
        )}
        <Tooltip label={t('studio.people.removeNamed', { name: person.name })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            onClick={onRemove}
            aria-label={t('studio.people.removeNamed', { name: person.name })}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
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
