/** Feeds of every kind, mini-series, tags, subscribers, and the feed that a listener puts together. */
export const kinds = {
  'error.field.series.episodes': 'This mini-series has episodes; take them out of it first.',
  'error.field.series.gone': 'This mini-series does not exist any more; choose another one.',
  'kinds.person.description': 'Every appearance of {name}, across shows and events.',
  'kinds.tag.description': 'Every episode and talk about “{tag}”.',
  'kinds.season.title': '{show} – Season {number}',
  'kinds.season.titleNamed': '{show} – Season {number}: {name}',
  'kinds.language.title': '{show} – in {language}',
  'kinds.video.title': '{show} – Video',
  'kinds.private.title': '{show} – for subscribers',
  'kinds.personal.title': 'My selection',
  'kinds.personal.description': 'Shows, people, topics and episodes that you chose at {site}.',
} as const;
