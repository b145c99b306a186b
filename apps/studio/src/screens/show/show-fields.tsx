import { Checkbox, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useCategories } from '../../api/queries';
import { LanguageSelect } from '../../parts/language-select';
import { ZoneSelect } from '../../parts/zone-select';
import { useWords } from '../../words/words';
import { useCategoryName } from './category-name';

export interface ShowFacts {
  language: string;
  category: string;
  subcategory: string;
  author: string;
  ownerEmail: string;
  explicit: boolean;
  type: 'episodic' | 'serial';
  timeZone: string;
}

/** The facts of a show that are the same in every language, for the new show and its settings. */
export function ShowFields<F extends ShowFacts>({ form, email }: { form: UseFormReturnType<F>; email: string }) {
  const { t } = useWords();
  const categories = useCategories();
  const nameOf = useCategoryName();
  const values = form.getValues() as ShowFacts;
  const set = (change: Partial<ShowFacts>) => form.setValues(change as Partial<F>);
  const subcategories = categories.data?.find((c) => c.name === values.category)?.subcategories ?? [];
  const option = (name: string) => ({ value: name, label: nameOf(name) });
  const error = (path: keyof ShowFacts) => form.errors[path];
  return (
    <Stack>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <LanguageSelect
          id="field-show.language"
          label={t('studio.show.language')}
          description={t('studio.show.languageHint')}
          value={values.language}
          onChange={(language) => set({ language: language ?? 'fr-CA' })}
          error={error('language')}
          miw={220}
        />
        <Select
          id="field-show.category"
          label={t('studio.show.category')}
          description={t('studio.show.categoryHint')}
          placeholder={t('studio.show.categoryPlaceholder')}
          searchable
          required
          withAsterisk={false}
          data={(categories.data ?? []).map((c) => option(c.name))}
          value={values.category || null}
          onChange={(category) => set({ category: category ?? '', subcategory: '' })}
          error={error('category')}
          miw={220}
        />
      </Group>
      {subcategories.length > 0 && (
        <Select
          label={t('studio.show.subcategory')}
          searchable
          clearable
          data={subcategories.map(option)}
          value={values.subcategory || null}
          onChange={(subcategory) => set({ subcategory: subcategory ?? '' })}
          error={error('subcategory')}
        />
      )}
      <TextInput
        id="field-show.author"
        label={t('studio.show.author')}
        description={t('studio.show.authorHint')}
        value={values.author}
        onChange={(event) => set({ author: event.currentTarget.value })}
        error={error('author')}
      />
      <Checkbox
        id="field-show.ownerEmail"
        label={t('studio.show.printEmail')}
        description={t('studio.show.printEmailHint')}
        checked={values.ownerEmail !== ''}
        onChange={(event) => set({ ownerEmail: event.currentTarget.checked ? email : '' })}
      />
      {values.ownerEmail !== '' && (
        <TextInput
          label={t('studio.show.ownerEmail')}
          type="email"
          value={values.ownerEmail}
          onChange={(event) => set({ ownerEmail: event.currentTarget.value })}
          error={error('ownerEmail')}
        />
      )}
      <Radio.Group
        label={t('studio.show.type')}
        value={values.type}
        onChange={(type) => set({ type: type as ShowFacts['type'] })}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="episodic" label={t('studio.show.episodic')} />
          <Radio value="serial" label={t('studio.show.serial')} />
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('studio.show.explicit')}
        checked={values.explicit}
        onChange={(event) => set({ explicit: event.currentTarget.checked })}
      />
      <ZoneSelect
        label={t('studio.show.zone')}
        description={t('studio.show.zoneHint')}
        value={values.timeZone}
        onChange={(timeZone) => set({ timeZone: timeZone ?? 'America/Montreal' })}
        error={error('timeZone')}
      />
    </Stack>
  );
}
