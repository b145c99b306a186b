/** The minute between *Publish now* and the release, in which it can be taken back. */
export const release = {
  'error.EPISODE_GOING_OUT': 'This episode is going out this very second. Unpublish it to take it back.',
  'release.done.soon': 'It goes out in a minute. Until then you can take it back.',
  'release.title': 'Going out',
  'release.left': '{seconds, plural, =0 {now} one {in # second} other {in # seconds}}',
  'release.hint': 'Nothing is out yet: no page, no feed, no mail. At zero the feed changes everywhere at once.',
  'release.now': 'It goes out this very second.',
  'release.undo': 'Undo',
  'release.undone': 'Taken back. Nobody has seen it.',
  'release.undoneTo': 'Taken back. It goes out as planned before: {when}.',
  'release.out': 'It is out: feed and pages have it.',
  'release.progress': 'Time left to take it back',
} as const;
