import { Stack } from '@mantine/core';
import { useMe } from '../../api/queries';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';
import { EmailForm } from './email-form';
import { Logins } from './logins';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { Tokens } from './tokens';

/** Your name, language and clock; password and address; where you are signed in; keys for programs. */
export function AccountScreen() {
  const { t } = useWords();
  const me = useMe();
  if (!me.data) return <Loading />;
  return (
    <Stack gap={44} maw={680}>
      <PageTitle title={t('studio.account.title')} />
      <ProfileForm me={me.data} />
      <PasswordForm />
      <EmailForm me={me.data} />
      <Logins />
      <Tokens />
    </Stack>
  );
}
