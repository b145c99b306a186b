import { Button, Group, Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeKit, type Kit } from '../../../api/kit.calls';
import { useWords } from '../../../words/words';
import { ZoneSelect } from '../../../parts/zone-select';
import classes from './kit.module.css';
import { useKitDesk } from './kit-desk';
import { locales } from './locales';

/** Where and how the guest is written to, until when answers are waited for, and what silence means (`ux:K-21`). */
export function Settings() {
  const { t, region } = useWords();
  const { at, kit, name, act, isBusy, mayEdit } = useKitDesk();
  const [email, setEmail] = useState(kit.email);
  const [locale, setLocale] = useState(kit.locale);
  const [timeZone, setTimeZone] = useState(kit.timeZone);
  const [deadline, setDeadline] = useState(toLocal(kit.deadlineAt));
  const [silenceRule, setRule] = useState(kit.silenceRule);
  const save = () => {
    // Only what was changed: answers may come in while this stands open.
    const deadlineAt = deadline === toLocal(kit.deadlineAt) ? {} : { deadlineAt: toInstant(deadline) };
    const form = { email: email.trim(), locale, timeZone, silenceRule };
    return act(() => changeKit(at, kit.linkId, { ...form, ...deadlineAt }), t('kitdesk.saved'));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset className={classes.plain} disabled={!mayEdit}>
        <div className={classes.row}>
          <TextInput
            type="email"
            label={t('kitdesk.email')}
            value={email}
            maxLength={320}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Select
            label={t('kitdesk.locale')}
            data={locales(region)}
            value={locale}
            allowDeselect={false}
            onChange={(value) => setLocale(value as Kit['locale'])}
          />
          <ZoneSelect label={t('kitdesk.zone')} value={timeZone} onChange={(value) => value && setTimeZone(value)} />
        </div>
        <div className={classes.row}>
          <TextInput
            type="datetime-local"
            label={t('kitdesk.deadline')}
            description={t('kitdesk.deadlineHint', { name })}
            value={deadline}
            onChange={(event) => setDeadline(event.currentTarget.value)}
          />
        </div>
        <Radio.Group
          label={t('kitdesk.silence')}
          value={silenceRule}
          onChange={(value) => setRule(value as Kit['silenceRule'])}
        >
          <Radio mt="xs" value="unused" label={t('kitdesk.silence.unused')} />
          <Radio mt="xs" value="asis" label={t('kitdesk.silence.asis')} />
        </Radio.Group>
        {mayEdit && (
          <Group>
            <Button type="submit" loading={isBusy}>
              {t('studio.save')}
            </Button>
          </Group>
        )}
      </fieldset>
    </form>
  );
}

/** As a field of the browser wants it, in the browser's zone; empty: none. */
function toLocal(at: string | null): string {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function toInstant(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString();
}
