import type { kinds as english } from '../en/kinds.js';

/** See the English file. */
export const kinds: Record<keyof typeof english, string> = {
  'error.field.series.episodes': 'Cette minisérie a des épisodes ; retirez-les d’abord.',
  'error.field.series.gone': 'Cette minisérie n’existe plus ; choisissez-en une autre.',
  'kinds.person.description': 'Toutes les apparitions de {name}, d’une émission et d’un événement à l’autre.',
  'kinds.tag.description': 'Tous les épisodes et exposés sur « {tag} ».',
  'kinds.season.title': '{show} – Saison {number}',
  'kinds.season.titleNamed': '{show} – Saison {number} : {name}',
  'kinds.language.title': '{show} – en {language}',
  'kinds.video.title': '{show} – Vidéo',
  'kinds.private.title': '{show} – pour les abonnés',
  'kinds.personal.title': 'Ma sélection',
  'kinds.personal.description': 'Les émissions, personnes, sujets et épisodes que vous avez choisis sur {site}.',
  'kinds.page.tagLead': '{count, plural, one {Un épisode ou un exposé.} other {# épisodes et exposés.}}',
  'kinds.page.followTag': 'Une application de balados vous apporte chaque nouveauté, quelle que soit l’émission.',
  'kinds.page.followPerson':
    'Une application de balados vous apporte chaque nouvelle apparition, quelle que soit l’émission.',
  'kinds.page.tags': 'Sujets',
  'kinds.page.moreFeeds': 'Saisons, séries, parcours, personnes et sujets',
  'kinds.page.group':
    '{group, select, season {Saisons et miniséries} language {Langues} video {Vidéo} track {Parcours des événements} person {Personnes} other {Sujets}}',
  'kinds.page.season': '{show}, saison {number}',
  'kinds.page.inLanguage': '{show}, en {language}',
  'kinds.page.video': '{show}, vidéo',
  'kinds.page.opml': 'Toutes les émissions en un fichier (OPML)',
  'kinds.page.own': 'Un flux à vous',
  'kinds.choice.title': 'Un flux à vous',
  'kinds.choice.lead':
    'Choisissez ce que vous voulez entendre. Vous obtenez une adresse pour votre application de balados ; sans compte, et personne d’autre ne la connaît.',
  'kinds.choice.description':
    'Réunissez émissions, personnes, sujets et épisodes en un seul flux pour votre application de balados.',
  'kinds.choice.shows': 'Émissions',
  'kinds.choice.persons': 'Personnes, où qu’elles apparaissent',
  'kinds.choice.tags': 'Sujets',
  'kinds.choice.episodes': 'Épisodes',
  'kinds.choice.make': 'Créer mon flux',
  'kinds.choice.most': 'Jusqu’à {n} choix.',
  'kinds.choice.problem':
    '{problem, select, none {Choisissez au moins une chose.} many {C’est trop pour un seul flux ; choisissez au plus {n} choses.} other {Beaucoup de flux ont été créés d’ici ; réessayez dans une heure.}}',
  'kinds.choice.empty': 'Il n’y a encore rien à choisir : rien n’est publié.',
  'kinds.choice.madeTitle': 'Votre flux est prêt.',
  'kinds.choice.madeLead':
    'Cette adresse n’est montrée qu’une fois et n’est qu’à vous. Ouvrez-la dès maintenant dans votre application, ou copiez-la et gardez-la.',
  'kinds.choice.madeHow':
    'Votre application n’est pas dans la liste ? Copiez l’adresse et cherchez-y « Ajouter par URL ». Dans les premières secondes, le flux peut encore être en route.',
  'kinds.choice.madeKept':
    'Elle reste aussi longtemps qu’une application la demande ; après 180 jours sans demande, elle est oubliée.',
  'kinds.choice.madeFeed': 'Ma sélection',
  'kinds.choice.again': 'Choisir de nouveau',
};
