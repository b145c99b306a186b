import { Button, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { At } from '../../../api/clip.calls';
import { type Kit, type Kits, makeKit } from '../../../api/kit.calls';
import { useWords } from '../../../words/words';
import classes from './kit.module.css';
import { localeOf, locales } from './locales';
import { useKitAct } from './use-kit-act';

interface Props {
  at: At;
  person: Kits['without'][number];
  /** Of the show: what the guest is proposed. */
  language: string;
}

/** Somebody who appears and has no page yet. */
export function NewPage({ at, person, language }: Props) {
  const { t, region } = useWords();
  const { act, isBusy } = useKitAct(at);
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<Kit['locale']>(localeOf(language));
  const make = () => act(() => makeKit(at, { personId: person.personId, email: email.trim(), locale }));
  return (
    <section className={`${classes.kit} ${classes.proposed}`} aria-labelledby={`new-${person.personId}`}>
      <h2 id={`new-${person.personId}`}>{person.name}</h2>
      <Text className="soft" maw={560}>
        {t('kitdesk.noPage')}
      </Text>
      <form
        className={classes.row}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextInput
          type="email"
          label={t('kitdesk.email')}
          description={t('kitdesk.emailHint')}
          value={email}
          maxLength={320}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Select
          label={t('kitdesk.locale')}
          description={t('kitdesk.localeHint')}
          data={locales(region)}
          value={locale}
          allowDeselect={false}
          onChange={(value) => setLocale(value as Kit['locale'])}
        />
        <Button type="submit" loading={isBusy}>
          {t('kitdesk.make')}
        </Button>
      </form>
    </section>
  );
}
