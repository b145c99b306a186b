import { Avatar, UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import type { Me } from '../api/types';
import classes from './account-menu.module.css';

/** Name and address of the signed-in user, as a button. */
export function AccountButton({ me, ...rest }: { me: Me } & ComponentProps<'button'>) {
  return (
    <UnstyledButton className={classes.button} {...rest}>
      <Avatar size={34} color="after" radius={999} name={me.name} aria-hidden />
      <span className={classes.who}>
        <strong>{me.name}</strong>
        <small>{me.email}</small>
      </span>
    </UnstyledButton>
  );
}
