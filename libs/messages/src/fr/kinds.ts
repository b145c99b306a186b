import type { kinds as english } from '../en/kinds.js';

/** See the English file. */
export const kinds: Record<keyof typeof english, string> = {
  'error.field.series.episodes': 'Cette minisérie a des épisodes ; retirez-les d’abord.',
  'error.field.series.gone': 'Cette minisérie n’existe plus ; choisissez-en une autre.',
  'kinds.person.description': 'Toutes les apparitions de {name}, d’une émission et d’un évènement à l’autre.',
  'kinds.tag.description': 'Tous les épisodes et exposés sur « {tag} ».',
  'kinds.season.title': '{show} – Saison {number}',
  'kinds.season.titleNamed': '{show} – Saison {number} : {name}',
  'kinds.language.title': '{show} – en {language}',
  'kinds.video.title': '{show} – Vidéo',
  'kinds.private.title': '{show} – pour les abonnés',
  'kinds.personal.title': 'Ma sélection',
  'kinds.personal.description': 'Les émissions, personnes, sujets et épisodes que vous avez choisis sur {site}.',
};
