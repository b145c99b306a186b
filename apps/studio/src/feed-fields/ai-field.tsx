import { Select } from '@mantine/core';
import { useWords } from '../words/words';

interface Props {
  value: boolean | null;
  /** What holds where nothing is said. */
  none: string;
  onChange(value: boolean | null): void;
}

/** Whether voices or texts were made by machines: said only by somebody who knows. */
export function AiField({ value, none, onChange }: Props) {
  const { t } = useWords();
  return (
    <Select
      label={t('studio.feedFields.ai')}
      description={t('studio.feedFields.aiHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={none}
      clearable
      clearButtonProps={{ 'aria-label': t('studio.clear') }}
      value={value === null ? null : String(value)}
      onChange={(choice) => onChange(choice === null ? null : choice === 'true')}
      data={[
        { value: 'true', label: t('studio.feedFields.aiYes') },
        { value: 'false', label: t('studio.feedFields.aiNo') },
      ]}
    />
  );
}
