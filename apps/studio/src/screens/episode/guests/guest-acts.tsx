import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBell, IconCopy, IconDots, IconLink, IconLinkOff, IconRefresh, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import type { At } from '../../../api/clip.calls';
import type { Guest } from '../../../api/guest.calls';
import { useWords } from '../../../words/words';
import { AskLink, type LinkQuestion } from './ask-link';
import { isInvited } from './guest-words';
import classes from './guests.module.css';
import { LinkSettings } from './link-settings';
import { useGuestActs } from './use-guest-acts';

/** Make, copy, rotate and withdraw the link; remind; whom mails go to. */
export function GuestActs({ at, guest }: { at: At; guest: Guest }) {
  const { t } = useWords();
  const acts = useGuestActs(at, guest);
  const [question, setQuestion] = useState<LinkQuestion | null>(null);
  const [isSettings, setSettings] = useState(false);
  const { name, link } = guest;
  const isOpen = link?.url != null;
  return (
    <div className={classes.acts}>
      {!isOpen && (
        <Button
          variant={isInvited(guest) ? 'filled' : 'default'}
          loading={acts.isBusy}
          leftSection={<IconLink size={17} aria-hidden />}
          onClick={acts.make}
        >
          {t('people.link.make')}
        </Button>
      )}
      {isOpen && (
        <Button
          data-act="copy"
          variant="default"
          leftSection={<IconCopy size={17} aria-hidden />}
          aria-label={t('people.link.copyNamed', { name })}
          onClick={acts.copy}
        >
          {t('people.link.copy')}
        </Button>
      )}
      {isOpen && link.email && (
        <Button
          data-act="remind"
          variant="default"
          loading={acts.isBusy}
          leftSection={<IconBell size={17} aria-hidden />}
          aria-label={t('people.link.remindNamed', { name })}
          onClick={acts.remind}
        >
          {t('people.link.remind')}
        </Button>
      )}
      {link && (
        <Button
          variant="default"
          leftSection={<IconSettings size={17} aria-hidden />}
          onClick={() => setSettings(true)}
          aria-label={t('people.link.settingsFor', { name })}
        >
          {t('people.link.settings')}
        </Button>
      )}
      {isOpen && <More name={name} hasTeam={link.teamUrl !== null} onAsk={setQuestion} />}
      {question && <AskLink name={name} question={question} acts={acts} onClose={() => setQuestion(null)} />}
      {isSettings && link && <LinkSettings at={at} name={name} link={link} onClose={() => setSettings(false)} />}
    </div>
  );
}

function More({ name, hasTeam, onAsk }: { name: string; hasTeam: boolean; onAsk(question: LinkQuestion): void }) {
  const { t } = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={42} aria-label={t('people.link.more', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRefresh size={17} aria-hidden />} onClick={() => onAsk('rotate')}>
          {t('people.link.rotate')}
        </Menu.Item>
        {hasTeam && (
          <Menu.Item leftSection={<IconLinkOff size={17} aria-hidden />} onClick={() => onAsk('closeTeam')}>
            {t('people.link.closeTeam')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLinkOff size={17} aria-hidden />} onClick={() => onAsk('close')}>
          {t('people.link.close')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
