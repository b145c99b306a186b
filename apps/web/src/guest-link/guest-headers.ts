/** Of every answer behind a guest's link: in no cache, in no index, and no page it leads to hears where it was (`ux:K-03`). */
export const guestHeaders = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const;
