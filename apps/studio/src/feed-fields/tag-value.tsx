import { Select, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../words/words';
import type { ValueDescription } from './feed.types';
import classes from './fields.module.css';

interface Props {
  label: string;
  schema: Omit<ValueDescription, 'name'>;
  value: string;
  error?: string;
  onChange(value: string): void;
}

const examples: Partial<Record<ValueDescription['kind'], string>> = {
  url: 'https://',
  moment: '2026-05-12T18:00:00Z',
  'mail-date': '2026-05-12T18:00:00Z',
  mime: 'audio/mpeg',
  uuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
  language: 'fr-CA',
  ratio: '16/9',
  host: 'chat.example.org',
};

/** One attribute or text of a tag, entered as its grammar asks for. */
export function TagValue({ label, schema, value, error, onChange }: Props) {
  const { t } = useWords();
  const { kind, required, max, choices } = schema;
  const name = required ? label : t('studio.feedFields.optional', { name: label });
  const common = { label: name, error, className: classes.attribute };
  if (kind === 'choice' || kind === 'boolean') {
    const data = kind === 'boolean' ? ['true', 'false'] : choices;
    return (
      <Select
        {...common}
        clearable={!required}
        clearButtonProps={{ 'aria-label': t('studio.clear') }}
        value={value.toLowerCase() || null}
        data={[...data]}
        onChange={(choice) => onChange(choice ?? '')}
      />
    );
  }
  if (max > 1000 && kind === 'text') {
    return (
      <Textarea {...common} autosize minRows={2} value={value} onChange={(e) => onChange(e.currentTarget.value)} />
    );
  }
  return (
    <TextInput
      {...common}
      placeholder={examples[kind]}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}
