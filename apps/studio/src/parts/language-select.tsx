import { Select, type SelectProps } from '@mantine/core';
import { useWords } from '../words/words';

const tags = [
  'fr-CA',
  'fr-FR',
  'fr-BE',
  'fr-CH',
  'en-CA',
  'en-US',
  'en-GB',
  'ar',
  'de',
  'es',
  'it',
  'nl',
  'pt',
  'pt-BR',
];

/** The language spoken in a recording, named in the reader's own. */
export function LanguageSelect(props: Omit<SelectProps, 'data'>) {
  const { region } = useWords();
  const names = new Intl.DisplayNames([region], { type: 'language' });
  const known = props.value && !tags.includes(props.value) ? [props.value, ...tags] : tags;
  return (
    <Select
      allowDeselect={false}
      searchable
      {...props}
      data={known.map((tag) => ({ value: tag, label: capital(names.of(tag) ?? tag) }))}
    />
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
