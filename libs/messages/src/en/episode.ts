/** Words of an episode's page and of its page before the release. */
export const episodePages = {
  'episode.withTranscript': '{line} · transcript',
  'episode.thenPosition': 'then {position}',
  'episode.nowPosition': 'Now: {position}',
  'episode.season': 'Season {season}',
  'episode.startName': 'Where it gets good',
  'episode.takeaways': 'Takeaways',
  'episode.reading': '{minutes} min read',
  'episode.listening': '{duration} listen',
  'episode.watching': '{duration} video',

  'episode.series': 'Mini-series',
  'episode.seriesOf': '{parts, plural, =0 {Mini-series} other {Mini-series in # parts}}',
  'episode.part': 'Part {part}',
  'episode.partThis': 'You are here',
  'episode.partComing': 'To come',
  'episode.partAt': 'Next part {day} at {time} ({city} time)',
  'episode.nextPart': 'Part {part}: listen on',

  'episode.files': 'Documents',
  'episode.fileKind':
    '{kind, select, pdf {PDF} png {PNG picture} jpeg {JPEG picture} webp {WebP picture} epub {EPUB book} other {Presentation}}',
  'episode.fileLabel': '{kind}, {size}',

  'episode.quotes': 'Clips and quotes',
  'episode.role':
    '{role, select, host {host} speaker {speaker} panellist {panellist} moderator {moderator} other {guest}}',
  'episode.credits': 'Credits and versions',
  'episode.licence': 'Licence: {licence}',
  'episode.ai': 'Voices or texts of this episode were made by artificial intelligence.',
  'episode.noAi': 'Neither voices nor texts of this episode were made by artificial intelligence.',
  'episode.replaced': 'The sound was replaced on {date}. Links to a moment still lead to the same words.',
  'episode.moreVersions':
    '{count, plural, one {# earlier version of the sound} other {# earlier versions of the sound}}',

  'episode.related': 'Listen next',
  'episode.reasonGuest': 'Also with {name}',
  'episode.reasonEvent': 'At the same event',
  'episode.reasonSeries': 'In the same mini-series',
  'episode.reasonTag': 'Also about {tag}',
  'episode.reasonShow': 'In the same show',

  'episode.before': 'Just before',
  'episode.beforeIn': 'Just before, {room}',
  'episode.after': 'Just after',
  'episode.afterIn': 'Just after, {room}',
  'episode.neighbours': 'Before and after this talk',
  'episode.downloads': 'Download',
  'episode.downloadSound': 'Sound (MP3)',
  'episode.downloadVideo': 'Video (MP4)',
  'episode.downloadText': 'Captions in {language} (WebVTT)',

  'episode.shareJump': 'Share',
  'episode.yours': 'Do you speak in this episode?',
  'episode.yoursTalk': 'Do you speak in this talk?',
  'episode.yoursText':
    'A kit is waiting for you: images, clips, texts and a player to embed, in your language. Your personal link leads to it.',
  'episode.yoursAsk': 'You do not have it? Ask the team',

  'episode.teaser': 'To come',
  'episode.teaserSoon': 'There is no date yet.',
  'episode.teaserAt': '{day}, {time} in {city}, {otherTime} in {otherCity}',
  'episode.teaserAtDays': '{day}, {time} in {city}; {otherDay}, {otherTime} in {otherCity}',
  'episode.teaserText': 'The recording will be here, at this same address, as soon as it is out.',
  'episode.teaserDescription': 'To come: {title}, with {names}.',
  'episode.teaserPlain': 'To come: {title}.',
  'episode.teaserClip': 'A clip of {duration}',
} as const;
