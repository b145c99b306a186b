import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import dayjs from 'dayjs';
import 'dayjs/locale/fr';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useWords } from '../words/words';

dayjs.extend(customParseFormat);

interface Props {
  label: string;
  description?: string;
  value: string | null;
  required?: boolean;
  error?: string;
  onChange(value: string | null): void;
}

/** A local date: typed as `2026-05-12` or picked from a calendar in the reader's language. */
export function DayField({ value, onChange, ...rest }: Props) {
  const { t, language } = useWords();
  return (
    <DateInput
      {...rest}
      size="md"
      value={value}
      onChange={onChange}
      valueFormat="YYYY-MM-DD"
      placeholder={t('studio.dayPlaceholder')}
      locale={language}
      firstDayOfWeek={language === 'fr' ? 1 : 0}
      clearable={!rest.required}
      clearButtonProps={{ 'aria-label': t('studio.clear') }}
      withAsterisk={false}
      popoverProps={{ shadow: 'md' }}
      previousLabel={t('studio.previousMonth')}
      nextLabel={t('studio.nextMonth')}
    />
  );
}
