/** Mots de la page d’un épisode et de sa page d’avant la parution. */
export const episodePages = {
  'episode.withTranscript': '{line} · transcription',
  'episode.thenPosition': 'alors {position}',
  'episode.nowPosition': 'Aujourd’hui : {position}',
  'episode.season': 'Saison {season}',
  'episode.startName': 'Le passage qui compte',
  'episode.takeaways': 'À retenir',
  'episode.reading': '{minutes} min de lecture',
  'episode.listening': '{duration} d’écoute',
  'episode.watching': '{duration} de vidéo',

  'episode.series': 'Mini-série',
  'episode.seriesOf': '{parts, plural, =0 {Mini-série} other {Mini-série en # parties}}',
  'episode.part': 'Partie {part}',
  'episode.partThis': 'Vous êtes ici',
  'episode.partComing': 'À venir',
  'episode.partAt': 'La suite {day} à {time} (heure de {city})',
  'episode.nextPart': 'Partie {part} : écouter la suite',

  'episode.files': 'Documents',
  'episode.fileKind':
    '{kind, select, pdf {PDF} png {Image PNG} jpeg {Image JPEG} webp {Image WebP} epub {Livre EPUB} other {Présentation}}',
  'episode.fileLabel': '{kind}, {size}',

  'episode.quotes': 'Extraits et citations',
  'episode.role':
    '{role, select, host {animation} speaker {conférence} panellist {table ronde} moderator {modération} other {à l’entrevue}}',
  'episode.credits': 'Crédits et versions',
  'episode.licence': 'Licence : {licence}',
  'episode.ai': 'Des voix ou des textes de cet épisode ont été produits par une intelligence artificielle.',
  'episode.noAi': 'Ni les voix ni les textes de cet épisode n’ont été produits par une intelligence artificielle.',
  'episode.replaced':
    'Le son a été remplacé le {date}. Les liens vers un moment précis mènent toujours au même passage.',
  'episode.moreVersions': '{count, plural, one {# version antérieure du son} other {# versions antérieures du son}}',

  'episode.related': 'À écouter ensuite',
  'episode.reasonGuest': 'Aussi avec {name}',
  'episode.reasonEvent': 'Au même événement',
  'episode.reasonSeries': 'Dans la même mini-série',
  'episode.reasonTag': 'Aussi sur {tag}',
  'episode.reasonShow': 'Dans la même émission',

  'episode.before': 'Juste avant',
  'episode.beforeIn': 'Juste avant, {room}',
  'episode.after': 'Juste après',
  'episode.afterIn': 'Juste après, {room}',
  'episode.neighbours': 'Avant et après cette conférence',
  'episode.downloads': 'Télécharger',
  'episode.downloadSound': 'Son (MP3)',
  'episode.downloadVideo': 'Vidéo (MP4)',
  'episode.downloadText': 'Sous-titres en {language} (WebVTT)',

  'episode.shareJump': 'Partager',
  'episode.yours': 'Vous parlez dans cet épisode ?',
  'episode.yoursTalk': 'Vous parlez dans cette conférence ?',
  'episode.yoursText':
    'Une trousse vous attend : images, extraits, textes et lecteur à intégrer, dans votre langue. Votre lien personnel y mène.',
  'episode.yoursAsk': 'Vous ne l’avez pas ? Demandez-le à l’équipe',

  'episode.teaser': 'À paraître',
  'episode.teaserSoon': 'La date n’est pas encore fixée.',
  'episode.teaserAt': '{day}, {time} à {city}, {otherTime} à {otherCity}',
  'episode.teaserAtDays': '{day}, {time} à {city} ; {otherDay}, {otherTime} à {otherCity}',
  'episode.teaserText': 'L’enregistrement sera ici, à cette même adresse, dès sa parution.',
  'episode.teaserDescription': 'À paraître : {title}, avec {names}.',
  'episode.teaserPlain': 'À paraître : {title}.',
  'episode.teaserClip': 'Un extrait de {duration}',
} as const;
