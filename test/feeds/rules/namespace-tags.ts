interface Tag {
  parents: string[];
  once: boolean;
  required: string[];
  optional: string[];
}

const tag = (parents: string, once: boolean, required = '', optional = ''): Tag => ({
  parents: parents.split(' '),
  once,
  required: required.split(' ').filter(Boolean),
  optional: optional.split(' ').filter(Boolean),
});

/** The namespace as of 13 May 2026 (feeds.md, section 2): where a tag may stand, whether once, which attributes it needs and may have. */
export const tags: Record<string, Tag> = {
  transcript: tag('item', false, 'url type', 'language rel'),
  locked: tag('channel', true, '', 'owner'),
  funding: tag('channel item', false, 'url'),
  chapters: tag('item', true, 'url type'),
  soundbite: tag('item', false, 'startTime duration'),
  person: tag('channel item', false, '', 'role group img href'),
  location: tag('channel item', false, '', 'rel geo osm country'),
  season: tag('item', true, '', 'name'),
  episode: tag('item', true, '', 'display'),
  trailer: tag('channel', false, 'url pubdate', 'length type season'),
  license: tag('channel item', true, '', 'url'),
  alternateEnclosure: tag('item', false, 'type', 'length bitrate height lang title rel codecs default'),
  source: tag('podcast:alternateEnclosure', false, 'uri', 'contentType'),
  integrity: tag('podcast:alternateEnclosure', true, 'type value'),
  guid: tag('channel', true),
  value: tag('channel item', false, 'type method', 'suggested'),
  valueRecipient: tag(
    'podcast:value podcast:valueTimeSplit',
    false,
    'type address split',
    'name customKey customValue fee',
  ),
  medium: tag('channel', true),
  images: tag('channel item', true, 'srcset'),
  liveItem: tag('channel', false, 'status start', 'end'),
  contentLink: tag('item', false, 'href'),
  socialInteract: tag('channel item', false, 'protocol', 'uri accountId accountUrl priority'),
  block: tag('channel', false, '', 'id'),
  txt: tag('channel item', false, '', 'purpose'),
  remoteItem: tag(
    'channel podcast:podroll podcast:publisher podcast:valueTimeSplit',
    false,
    'feedGuid',
    'feedUrl itemGuid medium title',
  ),
  podroll: tag('channel', true),
  updateFrequency: tag('channel', true, '', 'complete dtstart rrule'),
  podping: tag('channel', true, '', 'usesPodping'),
  valueTimeSplit: tag('podcast:value', false, 'startTime duration', 'remoteStartTime remotePercentage'),
  publisher: tag('channel', true),
  chat: tag('channel item', true, 'server protocol', 'accountId space'),
  image: tag('channel item', false, 'href', 'alt aspect-ratio width height type purpose'),
};

export const groups = [
  'creative direction', 'cast', 'writing', 'audio production', 'audio post-production', 'administration', 'visuals',
  'community', 'misc.', 'video production', 'video post-production',
]; // prettier-ignore

/** The roles of the taxonomy that a show or a conference uses. */
export const roles = [
  'host', 'co-host', 'guest host', 'guest', 'reporter', 'narrator', 'author', 'translator', 'director', 'producer',
  'editor', 'editor-in-chief', 'executive producer', 'senior producer', 'associate producer', 'audio engineer',
  'audio editor', 'sound designer', 'researcher', 'announcer', 'voice actor', 'actor', 'writer', 'composer',
]; // prettier-ignore
