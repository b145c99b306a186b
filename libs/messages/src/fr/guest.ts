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

  'error.field.guest.fediverse': 'Ce n’est pas une adresse du fédivers, comme @nom@serveur.example.',
  'error.field.guest.slugTaken': 'Une autre personne a cette adresse. Choisissez-en une autre.',
  'error.field.guest.timeOrder': 'La fin précède le début.',
  'error.field.guest.time': 'Écrivez un temps comme 12:30 ou 1:02:30.',
  'guest.use.publish': 'Publier l’épisode',
  'guest.use.publish.text':
    'Ma voix, mon nom et ce que je dis peuvent être publiés dans cet épisode, sur les pages et dans les applis de balados.',
  'guest.use.clips': 'Extraits',
  'guest.use.clips.text':
    'De courts passages, de 90 secondes au plus, peuvent être montrés seuls, chacun après mon accord.',
  'guest.use.quotes': 'Citations',
  'guest.use.quotes.text': 'Des phrases de moi peuvent paraître en texte et sur des images, chacune après mon accord.',
  'guest.use.transcript': 'Transcription',
  'guest.use.transcript.text': 'Ce que je dis peut être publié par écrit, à côté du son.',
  'guest.use.translation': 'Traductions',
  'guest.use.translation.text': 'Ce que je dis peut être traduit; la traduction est signalée comme telle.',
  'guest.use.training': 'Entraînement de machines',
  'guest.use.training.text':
    'Ma voix et mes mots peuvent servir à entraîner une intelligence artificielle. La plupart des gens disent non.',
  'guest.code.many': 'Six codes ont été envoyés en une heure. Patientez, puis demandez-en un autre; rien n’est perdu.',
};
