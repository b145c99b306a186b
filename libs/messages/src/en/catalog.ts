/** What the catalogue of shows, episodes, events and persons refuses, and the cure. */
export const catalog = {
  'error.EPISODE_NOT_READY':
    'This episode cannot be published yet: {count, plural, one {one thing is missing} other {# things are missing}}.',
  'error.EPISODE_STATE':
    '{state, select, draft {This episode is a draft} scheduled {This episode is scheduled} published {This episode is published already} other {This episode is withdrawn}}; nothing was changed.',
  'error.EPISODE_BEING_TAGGED': 'The file is being given its title and chapters; try again in a few seconds.',
  'error.LOCAL_TIME_MISSING':
    'The clocks in {zone} jump over this time, so it does not exist; choose {before} or {after}.',
  'error.LOCAL_TIME_TWICE':
    'This time happens twice in {zone} that night; choose the first (UTC{first}) or the second (UTC{second}).',
  'error.blocker.AUDIO_MISSING': 'Add a recording.',
  'error.blocker.AUDIO_NOT_READY': 'The sound is not ready yet.',
  'error.blocker.TITLE_MISSING': 'Give a title in the show’s language.',
  'error.blocker.COVER_MISSING': 'Give the show a cover.',
  'error.blocker.CATEGORY_MISSING': 'Choose the show’s category.',
  'error.blocker.NUMBER_MISSING': 'Give a number: this show is told in order.',
  'error.field.chapter.time': 'Line {line} needs a time first, such as 12:30 Title.',
  'error.field.chapter.title': 'Line {line} needs a title after the time.',
  'error.field.chapter.untitled': 'The chapter at {at} needs a title.',
  'error.field.chapter.titleLong': 'Keep the title at {at} to {max} characters.',
  'error.field.chapter.twice': 'Two chapters begin at {at}; give each its own time.',
  'error.field.chapter.many': 'Keep to {max} chapters; there are {n}.',
  'error.field.time.form': 'Give a date and time that exist, such as 2026-05-12T07:00.',
  'error.field.time.past': 'This time has passed; choose a later one or publish now.',
  'error.field.time.missing': 'Choose {before} or {after}.',
  'error.field.time.twice': 'Choose {first} or {second}.',
  'error.field.language': 'Choose a language from the list.',
  'error.field.colour': 'Give a colour such as #1a7f5a.',
  'error.field.title.long': 'Keep the title to {max} characters; it has {n}.',
  'error.field.description.long': 'This is too long for podcast apps; keep it to 4,000 bytes.',
  'error.field.texts.none': 'Keep the name in at least one language.',
  'error.field.texts.twice': 'Give each language once.',
  'error.field.person.gone': 'One of these persons does not exist any more.',
  'error.field.person.twice': 'The same person is listed twice.',
  'error.field.event.ends': 'An event cannot end before it begins.',
  'error.field.event.name': 'Give the event a name of at most 255 characters.',
  'error.field.event.talks': 'Move or delete its talks first.',
} as const;
