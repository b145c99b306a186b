/** Words of the public pages. `public` is a reserved word, hence the name. */
export const publicPages = {
  'public.skipToContent': 'Skip to the content',
} as const;
