import type { people as en } from '../en/people.js';

export const people: Record<keyof typeof en, string> = {
  'error.field.people.both':
    'Les deux figurent dans le même épisode : ce sont donc deux personnes. Retirez-en d’abord une de cet épisode.',
  'error.field.people.later': 'Une fusion plus récente repose sur celle-ci. Annulez d’abord l’autre.',
  'error.field.people.noMail': 'Aucun courriel n’est connu pour cette personne. Ajoutez-le, ou copiez le lien.',
  'error.field.people.closed': 'Le lien de cette personne est retiré. Créez-en d’abord un nouveau.',
};
