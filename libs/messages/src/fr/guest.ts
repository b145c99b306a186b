import type { guest as en } from '../en/guest.js';

export const guest: Record<keyof typeof en, string> = {
  'guest.frame.description': 'Une page privée, pour une seule personne.',
  'guest.frame.untitled': 'Un épisode encore sans titre',
  'guest.frame.team':
    'Ce lien est celui des adjoints et des équipes de communication : tout peut être copié et téléchargé ici.',
  'guest.frame.parts': 'Parties de cette page',
  'guest.frame.part.kit': 'Partager',
  'guest.frame.part.review': 'Valider',
  'guest.frame.part.me': 'Moi',
  'guest.frame.waiting': 'à valider',
  'guest.stage':
    '{stage, select, invited {L’invitation est lancée. Dites-nous qui vous êtes, quand vous aurez deux minutes.} filled {Nous avons ce que vous nous avez dit. Rien ne vous attend.} proposed {Des citations ou des extraits attendent votre réponse.} reviewing {Vous avez commencé à répondre; il reste des citations ou des extraits.} approved {Tout a reçu votre réponse. Merci.} silent {Le délai est passé; la règle de l’émission a été appliquée. Vous pouvez encore changer vos réponses.} released {L’épisode est en ligne.} quiet {L’épisode est en ligne. Cette page vous reste ouverte.} declined {Vous avez décliné. Rien de vous n’est utilisé ici.} withdrawn {Vous avez retiré votre consentement. Rien de nouveau n’est fait avec votre voix ni vos mots.} other {}}',
  'guest.door.title': 'Ce lien ne fonctionne pas',
  'guest.door.text':
    'Il a peut-être été remplacé par un autre, ou il en manque la fin. Demandez le lien actuel à la personne qui vous l’a envoyé; rien n’est perdu.',
  'guest.door.wait':
    'Trop d’adresses erronées sont venues de votre réseau. Attendez dix minutes, puis rouvrez votre lien.',
  'guest.door.foreign':
    'Ce formulaire venait d’un autre site; rien n’a été changé. Ouvrez votre propre lien et recommencez.',
  'guest.door.teamOnly':
    'Ce lien sert à copier et à télécharger. Pour changer quelque chose, il faut le lien de la personne invitée.',
  'guest.code.title': 'Encore une étape : votre code',
  'guest.code.sent':
    'Nous avons envoyé six chiffres à {to}. Ils servent une fois, pendant dix minutes. Ce que vous avez saisi reste sur cette page.',
  'guest.code.label': 'Code reçu par courriel',
  'guest.code.confirm': 'Confirmer',
  'guest.code.again': 'Envoyer un nouveau code',
  'guest.code.cancel': 'Ne rien changer',
  'guest.code.wrong': 'Ce n’était pas ce code. Comparez avec le dernier courriel; rien n’est perdu.',
  'guest.code.over':
    'Ce code ne sert plus : il vaut une fois, pendant dix minutes. Demandez-en un nouveau; rien n’est perdu.',
  'guest.code.tries': 'C’était le cinquième code erroné; il est donc fermé. Demandez-en un nouveau; rien n’est perdu.',
};
