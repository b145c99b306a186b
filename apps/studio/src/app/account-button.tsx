import { Avatar, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ComponentProps } from 'react';
import type { Me } from '../api/types';
import { useWords } from '../words/words';
import classes from './account-menu.module.css';

/** Name and address of the signed-in user, as a button. */
export function AccountButton({ me, className: _, ...rest }: { me: Me } & ComponentProps<'button'>) {
  const { t } = useWords();
  return (
    <UnstyledButton className={classes.button} {...rest}>
      <Avatar size={34} color="after" radius={999} name={me.name} aria-hidden />
      <span className={classes.who}>
        <VisuallyHidden>{t('studio.account.title')}</VisuallyHidden>
        <strong>{me.name}</strong>
        <small>{me.email}</small>
      </span>
    </UnstyledButton>
  );
}
