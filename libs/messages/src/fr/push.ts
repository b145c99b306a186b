import type { push as english } from '../en/push.js';

/** Ce qui ne va pas avec une adresse du dehors, qui a lu un flux, et qui est prévenu de ses changements. */
export const push: Record<keyof typeof english, string> = {
  'error.ADDRESS_NOT_FETCHED':
    'Cette adresse n’a pas pu être lue ; vérifiez qu’elle s’ouvre pour tout le monde sur Internet.',
  'error.ANSWER_TOO_BIG': 'Ce qui se trouve à cette adresse est plus gros que ce qui est accepté ici.',
  'error.ANSWER_TOO_SLOW': 'La réponse de cette adresse est venue trop lentement ; réessayez plus tard.',
  'error.ANSWER_BROKEN': 'La réponse de cette adresse est incomplète ou abîmée.',
  'error.ANSWER_REFUSED': 'Le serveur de cette adresse répond {status, number, ::group-off} ; rien n’a été lu.',
  'error.FEED_NOT_TOLD': 'Personne n’est prévenu pour ce flux ; rien n’a été envoyé.',
  'push.who.title': 'Qui l’a déjà',
  'push.who.text':
    'Applications venues chercher le flux depuis son dernier changement, {when}. Compté par application, avec un retard d’une minute au plus ; personne n’est identifié.',
  'push.who.none':
    'Aucune application n’est venue depuis son dernier changement, {when}. La plupart passent environ une fois par heure.',
  'push.who.fetches': '{n, plural, one {# lecture} other {# lectures}}',
  'push.app.bot': 'Autres robots et outils',
  'push.app.browser': 'Navigateurs',
  'push.app.google-bot': 'Robots de Google',
  'push.app.other': 'Autres applications',
  'push.days.title': 'Lu ces sept derniers jours',
  'push.days.none': 'Personne ne l’a demandé ces jours-ci.',
  'push.days.share': '{share, number, percent} des réponses disaient « inchangé » : rien n’a dû être envoyé.',
  'push.days.day': 'Jour (UTC)',
  'push.days.ok': 'Envoyé',
  'push.days.unchanged': 'Inchangé',
  'push.days.other': 'Autre',
  'push.days.bytes': 'Volume',
  'push.sizes': 'Brut {identity}, gzip {gzip}, Brotli {br}',
  'push.sizes.label': 'Taille',
  'push.built.label': 'Préparé',
  'push.since.label': 'Servi depuis',
  'push.told.title': 'Qui est prévenu des changements',
  'push.told.text':
    'Les relais sont prévenus au moment même où un changement est servi : les applications n’ont pas à attendre leur prochain passage.',
  'push.told.now': 'Prévenir maintenant',
  'push.told.asked': 'Les relais sont en train d’être prévenus.',
  'push.told.none': 'Il n’y a encore rien eu à dire.',
  'push.target.websub': 'Relais WebSub',
  'push.target.podping': 'Podping',
  'push.silence.private': 'Personne : l’adresse de ce flux est un secret.',
  'push.silence.gone': 'Personne : le flux est supprimé.',
  'push.silence.moved': 'Personne : l’émission a déménagé, et sa nouvelle maison annonce les changements.',
  'push.silence.no-bytes': 'Personne pour l’instant : le flux n’est pas encore servi.',
  'push.silence.switched-off': 'Personne : les réglages de l’émission ne le veulent pas.',
  'push.silence.no-targets':
    'Personne : qui tient ce site n’a nommé ni relais (WEBSUB_HUBS) ni serveur podping (PODPING_URL, PODPING_TOKEN).',
  'push.silence.not-public':
    'Personne : l’adresse de ce site n’est pas publique, aucun relais ne pourrait lire le flux.',
  'push.silence.settings': 'Réglages de l’émission',
  'push.state.waiting': 'En attente',
  'push.state.sent': 'Prévenu',
  'push.state.failed': 'Pas prévenu',
  'push.state.dropped': 'Plus souhaité',
  'push.row.changes': '{n, plural, one {# changement} other {# changements}}',
  'push.row.tries': '{n, plural, one {# essai} other {# essais}}',
  'push.row.answer': 'réponse {status}',
};
