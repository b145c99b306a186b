import type { exporting as en } from '../en/export.js';

/** Emporter une émission, et dire qu’elle a déménagé. `export.readme.…` est le texte qui se trouve dans une archive. */
export const exporting: Record<keyof typeof en, string> = {
  'export.readme.title': '{title}\nTout ce qui fait ce balado, tel qu’il a été emporté d’Estrade.',
  'export.readme.holds':
    '{n, plural, =0 {Aucun épisode publié} one {Un épisode publié} other {{number} épisodes publiés}}. Ce dossier suffit pour le lire, le publier ailleurs ou l’importer dans une autre instance.',
  'export.readme.files':
    'index.html     le site du balado : ouvrez-le, ou placez ce dossier sur un serveur web\nfeed.xml       le flux, avec les mêmes GUID, dates et tailles qu’avant\nmedia/         les fichiers publiés, à l’octet près\nimages/        les pochettes et les portraits\nnotes/         les textes de chaque épisode, en Markdown\nchapters/      les chapitres, en JSON (espace de noms podcast 1.2)\ntranscripts/   ce qui se dit : WebVTT, SubRip, JSON et texte brut\ndata/          tous les champs en JSON ; data/schema.json les décrit (JSON Schema)',
  'export.readme.originals': 'originals/     les enregistrements tels qu’ils ont été envoyés',
  'export.readme.drafts': 'drafts/        ce qui n’est pas public : ne placez pas ce dossier sur un serveur web',
  'export.readme.site':
    'LE SITE\nIl est fait pour {url}, et ses liens fonctionnent aussi dans tout autre dossier, et sans serveur. Le flux et les pages nomment {url} là où une adresse doit être entière ; pour une autre adresse, exportez de nouveau.',
  'export.readme.moving':
    'DÉMÉNAGER\n1. Placez ce dossier sur le serveur de la nouvelle adresse, sans drafts/ ni originals/.\n2. Vérifiez que {feed} se laisse lire.\n3. Indiquez cette adresse dans le studio, sous « Ce balado a déménagé ». Les applications suivent d’elles-mêmes, et personne n’a à se réabonner.\n4. Laissez l’ancienne adresse répondre pendant au moins un an.',
  'export.readme.checking':
    'VÉRIFIER\nsha256sum -c SHA256SUMS compare chaque fichier à son empreinte ; manifest.json contient les mêmes empreintes, et les tailles.',

  'error.EXPORT_NOT_READY': 'Cette archive n’est pas prête.',
  'error.EXPORT_DAMAGED': 'L’archive est endommagée ; demandez-la de nouveau.',
  'error.EXPORT_EMPTY': 'Cette émission n’a encore rien à emporter.',
  'error.MOVE_NO_FEED':
    'Il n’y a pas de flux de balado à cette adresse ; vérifiez l’adresse, et que le nouvel hébergeur est prêt.',
  'error.MOVE_OTHER_FEED':
    'Le flux à cette adresse, « {title} », est celui d’un autre balado : ni son GUID ni ses épisodes ne sont ceux de celui-ci.',
  'error.MOVE_TO_ITSELF': 'C’est l’adresse du flux ici même ; indiquez celle du nouvel hébergeur.',

  'studio.export.title': 'Tout emporter',
  'studio.export.text':
    'Une archive lisible sans nous : le flux, tous les fichiers publiés, les images, les textes, les chapitres et les transcriptions, tous les champs en données, et un site qui fonctionne sur tout serveur web. Une autre instance peut l’importer.',
  'studio.export.baseUrl': 'Adresse où elle se trouvera',
  'studio.export.baseUrlHint':
    'Le flux et ses fichiers nomment cette adresse. Ce peut être un dossier, comme https://example.org/balado.',
  'studio.export.withOriginals': 'Avec les enregistrements tels qu’ils ont été envoyés',
  'studio.export.withOriginalsHint': 'L’archive peut devenir plusieurs fois plus grosse.',
  'studio.export.withDrafts': 'Avec les brouillons et ce qui n’est pas public',
  'studio.export.withDraftsHint': 'Dans un dossier à part, qui n’est pas fait pour un serveur web.',
  'studio.export.order': 'Préparer l’archive',
  'studio.export.ordered': 'L’archive se prépare. Vous pouvez quitter cette page.',
  'studio.export.list': 'Archives',
  'studio.export.noneText': 'Une archive reste disponible sept jours, et on peut toujours en préparer une autre.',
  'studio.export.waiting': 'Attend son tour',
  'studio.export.writing': 'Écriture : {done} sur {total}',
  'studio.export.checking': 'Vérification : {done} sur {total}',
  'studio.export.begins': 'En préparation',
  'studio.export.progress': 'Archive pour {url}',
  'studio.export.ready':
    '{size}, {n, plural, one {un fichier} other {{number} fichiers}}, vérifiée ; disponible jusqu’au {date}',
  'studio.export.failed': 'Non préparée : {reason}',
  'studio.export.download': 'Télécharger',
  'studio.export.downloadNamed': 'Télécharger l’archive du {date}',
  'studio.export.cancel': 'Annuler',
  'studio.export.cancelled': 'Annulée ; il n’en reste rien.',
  'studio.export.delete': 'Supprimer',
  'studio.export.deleted': 'L’archive est supprimée.',
  'studio.export.again': 'Réessayer',
  'studio.export.withOriginalsShort': 'avec les originaux',
  'studio.export.withDraftsShort': 'avec les brouillons',

  'studio.move.title': 'Ce balado a déménagé',
  'studio.move.text':
    'Quand le balado vit ailleurs, dites-le ici : son flux répond par une redirection permanente (301) vers la nouvelle adresse, et la nomme aussi (itunes:new-feed-url). Les applications suivent d’elles-mêmes ; personne n’a rien à faire. Les flux des saisons, des événements, des personnes et des abonnés restent ici.',
  'studio.move.keep':
    'Laissez cette émission ici pendant au moins un an : certaines applications ne demandent que de temps en temps, et ne suivent que si l’ancienne adresse répond. Les pages et les fichiers restent accessibles.',
  'studio.move.to': 'Adresse du flux chez le nouvel hébergeur',
  'studio.move.check': 'Vérifier et rediriger',
  'studio.move.same':
    'Le flux est bien celui de ce balado : {n, plural, one {un épisode retrouvé} other {{number} épisodes retrouvés}} sur {total}.',
  'studio.move.fewer':
    '{n, plural, one {Un épisode de cette émission n’est pas} other {{number} épisodes de cette émission ne sont pas}} dans le nouveau flux ; des applications pourraient ne plus les montrer.',
  'studio.move.anyway': 'Rediriger quand même',
  'studio.move.anywayText':
    'Les auditeurs recevraient un autre balado à la place de celui-ci. Ne le faites que si vous êtes sûr de l’adresse.',
  'studio.move.done': 'Désormais, le flux mène à {url}.',
  'studio.move.moved': 'Ce balado a déménagé',
  'studio.move.movedText': 'Le flux de cette émission mène à {url}.',
  'studio.move.undo': 'Revenir ici',
  'studio.move.undone': 'Le flux est de nouveau servi d’ici.',
  'studio.move.undoHint':
    'Les applications qui ont déjà suivi gardent la nouvelle adresse ; elles ne reviennent que si celle-ci mène ici.',
};
