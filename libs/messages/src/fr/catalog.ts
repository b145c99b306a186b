/** Ce que le catalogue refuse, et le remède. */
export const catalog = {
  'error.EPISODE_NOT_READY':
    'Cet épisode ne peut pas encore être publié : {count, plural, one {il manque une chose} other {il manque # choses}}.',
  'error.EPISODE_STATE':
    '{state, select, draft {Cet épisode est un brouillon} scheduled {Cet épisode est planifié} published {Cet épisode est déjà publié} other {Cet épisode est retiré}} ; rien n’a été modifié.',
  'error.EPISODE_BEING_TAGGED': 'Le fichier reçoit son titre et ses chapitres ; réessayez dans quelques secondes.',
  'error.LOCAL_TIME_MISSING':
    'À {zone}, les horloges sautent cette heure : elle n’existe pas. Choisissez {before} ou {after}.',
  'error.LOCAL_TIME_TWICE':
    'Cette heure a lieu deux fois cette nuit-là à {zone} ; choisissez la première (UTC{first}) ou la seconde (UTC{second}).',
  'error.blocker.AUDIO_MISSING': 'Ajoutez un enregistrement.',
  'error.blocker.AUDIO_NOT_READY': 'Le son n’est pas encore prêt.',
  'error.blocker.TITLE_MISSING': 'Donnez un titre dans la langue de l’émission.',
  'error.blocker.COVER_MISSING': 'Donnez une pochette à l’émission.',
  'error.blocker.CATEGORY_MISSING': 'Choisissez la catégorie de l’émission.',
  'error.blocker.NUMBER_MISSING': 'Donnez un numéro : cette émission se suit dans l’ordre.',
  'error.field.chapter.time': 'La ligne {line} doit commencer par un temps, par exemple 12:30 Titre.',
  'error.field.chapter.title': 'La ligne {line} a besoin d’un titre après le temps.',
  'error.field.chapter.untitled': 'Le chapitre à {at} a besoin d’un titre.',
  'error.field.chapter.titleLong': 'Limitez le titre à {at} à {max} caractères.',
  'error.field.chapter.twice': 'Deux chapitres commencent à {at} ; donnez à chacun son temps.',
  'error.field.chapter.many': 'Limitez-vous à {max} chapitres ; il y en a {n}.',
  'error.field.time.form': 'Donnez une date et une heure qui existent, par exemple 2026-05-12T07:00.',
  'error.field.time.past': 'Cette heure est passée ; choisissez-en une plus tardive ou publiez maintenant.',
  'error.field.time.missing': 'Choisissez {before} ou {after}.',
  'error.field.time.twice': 'Choisissez {first} ou {second}.',
  'error.field.language': 'Choisissez une langue de la liste.',
  'error.field.colour': 'Donnez une couleur, par exemple #1a7f5a.',
  'error.field.title.long': 'Limitez le titre à {max} caractères ; il en a {n}.',
  'error.field.description.long': 'C’est trop long pour les applications de balado ; limitez-vous à 4 000 octets.',
  'error.field.texts.none': 'Gardez le nom dans au moins une langue.',
  'error.field.texts.twice': 'Donnez chaque langue une seule fois.',
  'error.field.person.gone': 'Une de ces personnes n’existe plus.',
  'error.field.person.twice': 'La même personne figure deux fois.',
  'error.field.event.ends': 'Un événement ne peut pas finir avant de commencer.',
  'error.field.event.name': 'Donnez à l’événement un nom d’au plus 255 caractères.',
  'error.field.event.talks': 'Déplacez ou supprimez d’abord ses présentations.',
} as const;
