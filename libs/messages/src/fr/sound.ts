/** Ce qui peut arriver aux fichiers et à leur son, et les remarques du rapport sonore (`sound.note.<CODE>`). */
export const sound = {
  'error.NOT_AUDIO':
    'Ce fichier n’est pas un enregistrement audio ou vidéo. Envoyez le fichier sonore lui-même, par exemple WAV, FLAC, MP3, M4A ou MP4.',
  'error.EMPTY_FILE': 'Ce fichier est vide (0 octet). Exportez-le de nouveau et renvoyez-le.',
  'error.NO_AUDIO_TRACK': 'Ce fichier contient des images mais aucun son. Exportez-le avec le son et renvoyez-le.',
  'error.TOO_MANY_CHANNELS':
    'Ce fichier a {channels} canaux et on peut en mixer {most} au plus. Exportez un mixage mono ou stéréo et envoyez-le.',
  'error.DAMAGED_AUDIO':
    'Le son de ce fichier est endommagé et illisible. Exportez-le de nouveau ou envoyez l’enregistrement d’origine.',
  'error.TOO_LONG': 'Cet enregistrement dure {hours} heures et {most} au plus sont acceptées. Découpez-le en parties.',
  'error.COVER_TOO_LARGE':
    'La pochette dans ce fichier fait {width} × {height} pixels. Utilisez-en une de 6000 × 6000 au plus.',
  'error.PICTURES_NOT_KEPT':
    'Les images de cet enregistrement ne peuvent pas être publiées avec son son : elles ne peuvent être que copiées en entier, en H.264, HEVC, AV1, VP8 ou VP9. Retirez ses coupes et son habillage de début et de fin, ou publiez le son seul.',
  'error.MEDIA_COMMAND_FAILED':
    'Le son n’a pas pu être traité ; votre enregistrement est en sécurité. Réessayez et, si cela échoue encore, envoyez l’enregistrement d’origine.',
  'error.MEDIA_COMMAND_TIMED_OUT':
    'Le traitement du son a dépassé {seconds} secondes et a été arrêté ; votre enregistrement est en sécurité. Réessayez quand le serveur sera moins occupé.',
  'error.MEDIA_COMMAND_STALLED':
    'Le traitement du son n’a plus avancé pendant {seconds} secondes et a été arrêté ; votre enregistrement est en sécurité. Réessayez et, si cela se répète, envoyez un autre export de l’enregistrement.',
  'error.ANALYSIS_UNREADABLE':
    'La mesure conservée de ce son est illisible. Réessayez pour qu’il soit mesuré de nouveau.',
  'error.PROCESSING_FAILED':
    'Le son n’a pas pu être préparé, pour une raison de notre côté ; votre enregistrement est en sécurité. Réessayez et, si cela échoue encore, avertissez la personne qui gère ce serveur.',
  'error.VERIFICATION_FAILED':
    'Le son produit n’a pas réussi son dernier contrôle et n’a donc pas été utilisé ; votre enregistrement est en sécurité. Réessayez avec une autre exportation.',
  'error.NOTHING_TO_DO': 'Il n’y a rien à changer ici pour l’instant ; voyez où en est le son.',
  'error.NOTHING_LEFT': 'Les coupes ne laissent rien de l’enregistrement. Annulez-en une, puis refaites le son.',
  'error.SOURCE_GONE': 'Un élément de ce son a été supprimé entre-temps. Refaites le son pour vous en passer.',
  'error.UPLOAD_TOO_LARGE':
    'Ce fichier fait {size} Go et un fichier peut en faire {most} au plus. Exportez-le dans un format compressé, comme FLAC ou MP3.',
  'error.QUOTA_EXCEEDED':
    'Ce fichier fait {size} Go et il ne reste que {left} Go sur ce serveur. Supprimez des enregistrements devenus inutiles ou demandez plus de place à la personne qui le gère.',
  'error.TOO_MANY_TRACKS':
    'Cet enregistrement a {most} pistes et ne peut pas en avoir davantage. Mixez-en quelques-unes en un seul fichier et envoyez-le.',
  'error.DISK_FULL':
    'Le disque de ce serveur est plein. Ce qui était arrivé est gardé et l’envoi pourra continuer dès qu’il y aura de la place ; avertissez la personne qui gère le serveur.',
  'error.DIGEST_DIFFERS':
    'Le fichier est arrivé modifié : ce qui est conservé diffère de ce que votre navigateur a lu. Envoyez-le de nouveau ; rien d’autre n’a été touché.',
  'error.UPLOAD_UNFINISHED': 'Seuls {received} octets sur {total} sont arrivés. Laissez d’abord l’envoi se terminer.',
  'error.UPLOAD_LOCKED': 'Une autre connexion envoie ce fichier en ce moment. Attendez quelques secondes.',
  'error.COVER_NOT_RASTER':
    'Ce n’est pas une image fixe JPEG, PNG ou WebP. Exportez l’image en JPEG ou en PNG et choisissez-la de nouveau.',
  'error.IMAGE_TOO_LARGE':
    'Cette image fait {width} × {height} pixels ; {most} × {most} au plus sont acceptés, et 3000 × 3000 suffisent.',
  'error.COVER_TOO_SMALL':
    'Cette image fait {width} × {height} pixels ; il en faut au moins {least} × {least}, et 3000 × 3000 de préférence.',
  'error.COVER_NOT_SQUARE':
    'Cette image fait {width} × {height} pixels et une pochette est carrée. Recadrez-la en carré, de préférence 3000 × 3000, et choisissez-la de nouveau.',
  'sound.note.NEAR_SILENT':
    'Cet enregistrement est presque silencieux ; il a donc été laissé tel quel. Vérifiez le micro ou l’exportation.',
  'sound.note.TOO_PEAKY':
    'Les crêtes les plus fortes dépassent de loin le reste ; le limiteur les abaisse jusqu’à {reductionDb, number} dB, {percent, number} % du temps.',
  'sound.note.TARGET_NOT_REACHED':
    'Le volume atteint {lufs, number} LUFS au lieu de {targetLufs, number} : les crêtes ne laissent pas plus de place.',
  'sound.note.DUAL_MONO': 'Les deux canaux sont identiques ; le son est donc publié en mono, deux fois plus léger.',
  'sound.note.EMPTY_CHANNEL':
    '{side, select, left {Le canal gauche est muet} other {Le canal droit est muet}} ; l’autre est donc publié en mono.',
  'sound.note.MIXED_TO_STEREO': 'Plus de deux canaux ont été mixés en stéréo.',
  'sound.note.TRUNCATED':
    'Le fichier annonce une autre durée que celle qui a pu être lue. Écoutez la fin avant de publier.',
  'sound.note.CLIPPED': 'L’enregistrement était par endroits trop fort pour l’enregistreur et y est saturé.',
  'sound.note.SPLIT_STEREO':
    'Chaque voix était seule d’un côté ; elles ont été ramenées au centre pour que personne n’écoute d’une seule oreille.',
  'sound.note.LEVELLED':
    'Les voix avaient jusqu’à {from, number} LU d’écart et n’en ont plus que {to, number} ; les pauses n’ont pas été relevées.',
  'sound.note.NOTHING_TO_LEVEL':
    'Les voix sont à {spread, number} LU les unes des autres ; tout reçoit donc un seul et même gain.',
  'sound.note.NO_VOICES': 'Aucune voix à rapprocher n’a été trouvée ; tout reçoit donc un seul et même gain.',
  'sound.note.HELD_BACK':
    'Une voix aurait eu besoin de {db, number} dB de plus, mais son bruit de fond serait monté avec elle.',
  'sound.note.UNTOUCHED': 'Rien n’a été modifié : c’est le son tel qu’il a été envoyé.',
  'sound.note.VIDEO_NOT_CUT':
    'Le son a été coupé ou assemblé ; l’image n’aurait plus été en phase, et aucune vidéo n’a été produite.',
  'sound.note.PIECE_MISSING':
    '{piece, select, intro {L’habillage de début} other {L’habillage de fin}} est introuvable et a été omis.',
  'sound.note.TAGS_NOT_WRITTEN':
    'Le fichier n’a pas pu recevoir ses derniers titre, chapitres ou image et garde ceux qu’il a ; les pages et les flux montrent les bons.',
  'sound.finding.muffled':
    '{extent, select, all {Tout l’enregistrement sonne étouffé, comme au téléphone : il n’y a presque rien au-dessus de 4 kHz. S’il existe un meilleur enregistrement, prenez celui-là.} other {Étouffé, sans doute un autre micro : il n’y a presque rien au-dessus de 4 kHz. Si cette voix a aussi été enregistrée ailleurs, prenez ici cet enregistrement.}}',
  'sound.finding.quiet-voice': 'Une voix est {db, number} dB en dessous des autres.',
  'sound.finding.clipped':
    '{times, plural, one {Saturé : l’enregistreur était réglé trop fort et cela grésille ici.} other {Saturé {times, number} fois : l’enregistreur était réglé trop fort et cela grésille ici.}} Rien ne le rétablit ; enregistrez un peu moins fort la prochaine fois.',
  'sound.finding.long-silence':
    '{amount, number} {unit, select, min {min} other {s}} de silence {where, select, start {au début. On peut le couper.} end {à la fin. On peut le couper.} other {au milieu. On pourrait croire que le lecteur s’est arrêté ; on peut le couper.}}',
  'sound.finding.empty-channel':
    '{side, select, left {Le canal gauche est vide : avec un seul écouteur de ce côté, on n’entend rien.} other {Le canal droit est vide : avec un seul écouteur de ce côté, on n’entend rien.}}',
  'sound.finding.dual-mono': 'Les deux canaux sont identiques : c’est un enregistrement mono.',
  'sound.finding.split-stereo': 'Chaque voix est d’un seul côté, ce qui fatigue au casque ; leur place est au centre.',
  'sound.finding.hum':
    'Ronflement du secteur à {hertz, number} Hz dans les pauses. Il vient souvent d’un câble ou d’une alimentation près du micro.',
  'sound.finding.noise':
    'Le bruit n’est qu’à {db, number} dB sous la voix. Un micro plus près de la bouche aide plus que tout ce qu’on fait après.',
  'sound.finding.truncated':
    'Le fichier s’arrête trop tôt : il annonce {amount, number} {unit, select, min {min} other {s}} de plus que ce qui a pu être lu. Envoyez-le de nouveau ou écoutez la fin avant de publier.',
  'sound.finding.near-silent':
    'Presque silencieux : même les passages les plus forts n’atteignent que {lufs, number} LUFS. Vérifiez le micro et l’exportation.',
  'sound.finding.music': 'De la musique plutôt que de la parole ; elle n’est pas égalisée comme une voix.',
} as const;
