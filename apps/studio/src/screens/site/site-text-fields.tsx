import { Button, Stack, Tabs, Text, Textarea, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { translator } from '#libs/messages';
import type { Lang } from '../../api/types';
import { useWords } from '../../words/words';
import type { SiteValues } from './site-form';

const langs: Lang[] = ['fr', 'en'];
const kinds = ['legal', 'privacy', 'contact'] as const;

/** Legal notice, privacy, contact, in each language; privacy can begin with the usual text. */
export function SiteTextFields({ form }: { form: UseFormReturnType<SiteValues> }) {
  const { t, language } = useWords();
  return (
    <Stack gap="sm">
      <Title order={2} mt="lg">
        {t('site.studio.texts')}
      </Title>
      <Text className="soft" size="sm">
        {t('site.studio.textsLead')}
      </Text>
      <Tabs defaultValue={language} keepMounted={false}>
        <Tabs.List aria-label={t('studio.texts.languages')}>
          {langs.map((lang) => (
            <Tabs.Tab key={lang} value={lang} lang={lang}>
              {lang === 'fr' ? 'Français' : 'English'}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {langs.map((lang) => (
          <Tabs.Panel key={lang} value={lang} pt="md">
            <TextsOf form={form} lang={lang} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function TextsOf({ form, lang }: { form: UseFormReturnType<SiteValues>; lang: Lang }) {
  const { t } = useWords();
  const values = form.getValues();
  const begin = () => {
    const { regions, name } = form.getValues();
    form.setFieldValue(`${lang}.privacy`, translator(regions[lang])('site.privacyText', { name }));
  };
  return (
    <Stack>
      {kinds.map((kind) => (
        <div key={kind}>
          <Textarea
            label={t(`site.${kind}`)}
            description={t(`site.studio.${kind}Hint`)}
            autosize
            minRows={3}
            maxRows={18}
            lang={lang}
            {...form.getInputProps(`${lang}.${kind}`)}
          />
          {kind === 'privacy' && values[lang].privacy === '' && (
            <Button variant="default" size="sm" mt="xs" onClick={begin}>
              {t('site.studio.usual')}
            </Button>
          )}
        </div>
      ))}
    </Stack>
  );
}
