import type { release as english } from '../en/release.js';

export const release: Record<keyof typeof english, string> = {
  'error.EPISODE_GOING_OUT': 'Cet épisode sort à la seconde même. Dépubliez-le pour le retirer.',
  'release.done.soon': 'Sortie dans une minute. D’ici là, vous pouvez l’annuler.',
  'release.title': 'Sortie imminente',
  'release.left': '{seconds, plural, =0 {maintenant} one {dans # seconde} other {dans # secondes}}',
  'release.hint':
    'Rien n’est encore sorti : ni page, ni flux, ni courriel. À zéro, le flux change partout en même temps.',
  'release.now': 'Il sort à la seconde même.',
  'release.undo': 'Annuler',
  'release.undone': 'Annulé. Personne ne l’a vu.',
  'release.undoneTo': 'Annulé. La sortie prévue avant est rétablie : {when}.',
  'release.out': 'C’est sorti : le flux et les pages l’ont.',
  'release.progress': 'Temps qui reste pour annuler',
};
