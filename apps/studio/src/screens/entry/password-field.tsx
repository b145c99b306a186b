import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../../words/words';

/** A new password: ten characters or more, no other rule. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useWords();
  return (
    <PasswordInput
      label={t('studio.field.newPassword')}
      description={t('studio.field.passwordHint')}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={10}
      visibilityToggleButtonProps={{ 'aria-label': t('studio.field.showPassword') }}
      {...props}
    />
  );
}
