import { Menu, useMantineColorScheme } from '@mantine/core';
import '@mantine/core/styles/Menu.css';
import {
  IconBrightness,
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { logOut, saveMe } from '../api/account.calls';
import { keys, queryClient } from '../api/queries';
import type { Me } from '../api/types';
import { useWords } from '../words/words';
import { AccountButton } from './account-button';
import { openKeys } from './keys';

const schemes = [
  { value: 'auto', icon: IconDeviceDesktop, word: 'studio.scheme.auto' },
  { value: 'light', icon: IconSun, word: 'studio.scheme.light' },
  { value: 'dark', icon: IconMoon, word: 'studio.scheme.dark' },
] as const;

/** Who is signed in; account, language, light or dark, keys, log out. */
export function AccountDropdown({ me }: { me: Me }) {
  const { t, language } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const other = language === 'fr' ? 'en-CA' : 'fr-CA';
  const leave = async () => {
    await logOut().catch(() => undefined);
    queryClient.clear();
    queryClient.setQueryData(keys.me, null);
    void navigate('/login');
  };
  const speakOther = async () => queryClient.setQueryData(keys.me, await saveMe({ locale: other }));
  return (
    <Menu defaultOpened position="top-start" width={240} withinPortal>
      <Menu.Target>
        <AccountButton me={me} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<IconSettings size={17} aria-hidden />}>
          {t('studio.account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLanguage size={17} aria-hidden />} onClick={() => void speakOther()} lang={other}>
          {other === 'fr-CA' ? 'Français' : 'English'}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={17} aria-hidden />} onClick={openKeys}>
          {t('studio.keys.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>
          <IconBrightness size={14} aria-hidden /> {t('studio.scheme.title')}
        </Menu.Label>
        {schemes.map(({ value, icon: Icon, word }) => (
          <Menu.Item
            key={value}
            aria-current={colorScheme === value || undefined}
            closeMenuOnClick={false}
            leftSection={<Icon size={17} aria-hidden />}
            rightSection={colorScheme === value ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => setColorScheme(value)}
          >
            {t(word)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} aria-hidden />} onClick={() => void leave()}>
          {t('studio.logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
