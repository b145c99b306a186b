/** Mots des pages publiques. */
export const publicPages = {
  'public.skipToContent': 'Aller au contenu',
} as const;
