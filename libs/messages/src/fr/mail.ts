export const mail = {
  'mail.greeting': 'Bonjour,',
  'mail.sign': 'Estrade',
  'mail.account.reason': 'Vous recevez ce message parce que votre adresse a servi ici. Ce n’est pas une infolettre.',
  'mail.reset.subject': 'Choisissez un nouveau mot de passe',
  'mail.reset.intro':
    'Quelqu’un a demandé un nouveau mot de passe pour cette adresse. Ce lien permet d’en choisir un. Il sert une seule fois, dans l’heure qui vient.',
  'mail.reset.button': 'Choisir un nouveau mot de passe',
  'mail.reset.outro': 'Si la demande ne vient pas de vous, ne faites rien : votre mot de passe reste le même.',
  'mail.emailOld.subject': 'Confirmez le changement d’adresse',
  'mail.emailOld.intro':
    'Votre compte doit passer à l’adresse {newEmail}. Confirmez-le ici ; la nouvelle adresse reçoit son propre courriel.',
  'mail.emailOld.button': 'Confirmer le changement',
  'mail.emailOld.outro':
    'Rien ne change tant que les deux adresses n’ont pas confirmé. Si la demande ne vient pas de vous, ne faites rien et changez votre mot de passe.',
  'mail.emailNew.subject': 'Confirmez votre nouvelle adresse',
  'mail.emailNew.intro': 'Cette adresse doit remplacer {oldEmail} dans un compte. Confirmez qu’elle est bien la vôtre.',
  'mail.emailNew.button': 'Confirmer cette adresse',
  'mail.emailNew.outro':
    'Rien ne change tant que les deux adresses n’ont pas confirmé. Si ce courriel ne vous concerne pas, ne faites rien.',
  'mail.invitation.subject': 'Invitation à travailler sur {show}',
  'mail.invitation.intro':
    '{inviter} vous invite à travailler sur « {show} ». Le lien sert une seule fois, dans les sept jours.',
  'mail.invitation.button': 'Accepter l’invitation',
  'mail.invitation.outro': 'Si vous ne connaissez pas {inviter}, ne faites rien : aucun compte n’est créé sans vous.',
} as const;
