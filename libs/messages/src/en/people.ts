/** People and appearances in the studio (`ux` 4.8). */
export const people = {
  'error.field.people.both': 'Both appear in the same episode, so they are two people. Remove one of them there first.',
  'error.field.people.later': 'A later merge stands on this one. Take that one back first.',
  'error.field.people.noMail': 'There is no mail address for this guest. Add it, or copy the link.',
  'error.field.people.closed': 'This guest’s link is withdrawn. Make a new one first.',
} as const;
