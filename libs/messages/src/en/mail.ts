export const mail = {
  'mail.greeting': 'Hello,',
  'mail.sign': 'Estrade',
  'mail.account.reason': 'You get this because somebody used your address here. It is not a newsletter.',
  'mail.reset.subject': 'Choose a new password',
  'mail.reset.intro':
    'Somebody asked for a new password for this address. With this link you choose one. It works once, within the hour.',
  'mail.reset.button': 'Choose a new password',
  'mail.reset.outro': 'If it was not you, do nothing: your password stays as it is.',
  'mail.emailOld.subject': 'Confirm that your address changes',
  'mail.emailOld.intro':
    'Your account is to use the address {newEmail} from now on. Confirm it here; the new address gets a mail of its own.',
  'mail.emailOld.button': 'Confirm the change',
  'mail.emailOld.outro':
    'Nothing changes until both addresses have confirmed. If it was not you, do nothing and change your password.',
  'mail.emailNew.subject': 'Confirm your new address',
  'mail.emailNew.intro': 'This address is to replace {oldEmail} in an account. Confirm that it is yours.',
  'mail.emailNew.button': 'Confirm this address',
  'mail.emailNew.outro': 'Nothing changes until both addresses have confirmed. If this is not for you, do nothing.',
  'mail.invitation.subject': 'Invitation to work on {show}',
  'mail.invitation.intro': '{inviter} invites you to work on “{show}”. The link works once, within seven days.',
  'mail.invitation.button': 'Accept the invitation',
  'mail.invitation.outro': 'If you do not know {inviter}, do nothing: no account is made without you.',
} as const;
