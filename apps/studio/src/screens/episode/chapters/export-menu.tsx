import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type At, chapterFile } from '../../../api/transcript.calls';
import { useWords } from '../../../words/words';

/** The chapters as they were last saved, as files. */
export function ExportMenu({ at }: { at: At }) {
  const { t } = useWords();
  const files = [
    ['text', t('studio.chapters.exportList')],
    ['psc', 'Podlove XML'],
    ['json', 'JSON'],
  ] as const;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={17} aria-hidden />}>
          {t('studio.chapters.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(([format, label]) => (
          <Menu.Item key={format} component="a" href={chapterFile(at, format)} download>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
