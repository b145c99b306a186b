/** La ligne de commande qui répare un seul fichier (`npm run master`). */
export const master = {
  'master.help': `Répare le son d’un enregistrement comme le fait un serveur, sans base de données.

  npm run master -- ENTRÉE SORTIE [options]

ENTRÉE est un fichier audio ou vidéo ; SORTIE finit par .mp3, .m4a ou .opus. ENTRÉE n’est jamais modifiée.

Ce qu’on veut
  --target N          volume en LUFS, tel qu’entendu : -14, -16 (par défaut), -18 ou -23
  --preset NOM        voice (voix), interview (par défaut), room (salle), panel (table ronde) ou music (musique)
  --strength 0..1     à quel point rapprocher les voix ; 0 : un seul gain pour tout
  --meter NOM         heard (par défaut) : le mono compte comme il sonne ; literal : comme le lit un simple indicateur
  --mono-as-stereo    publier le mono en deux côtés égaux
  --untouched         encoder seulement, ne rien réparer

Où
  --cut PLAGE         à retirer, comme 0:00-0:12 ou 59:30- (jusqu’à la fin) ; peut être répété
  --only PLAGE        ne rapprocher les voix qu’ici
  --leave PLAGE       ne jamais monter ni baisser ce passage par rapport aux autres ; peut être répété
  --intro FICHIER, --outro FICHIER   joués avant et après, amenés au même volume
  --track FICHIER     sonne en même temps que ENTRÉE ; peut être répété

Comment, et quoi d’autre
  --chunks N          encoder en N parties à la fois (1)
  --report FICHIER    tout ce qui a été trouvé et mesuré, en JSON
  --picture FICHIER   l’avant et l’après, en SVG
  --lang en|fr        langue de ce qui s’affiche
  --quiet             n’afficher que les erreurs`,
  'master.seeHelp': 'npm run master -- --help dit ce qui existe.',
  'master.interrupted': 'Interrompu ; rien n’a été écrit.',
  'master.usage.TWO_FILES':
    'Nommez un enregistrement et un fichier à produire ({given, plural, =0 {aucun nom donné} one {# nom donné} other {# noms donnés}}).',
  'master.usage.OPTION': 'L’option {option} est inconnue, ou sa valeur manque.',
  'master.usage.EXTENSION': 'Le fichier à produire doit finir par .mp3, .m4a ou .opus.',
  'master.usage.ONE_OF': '{option} peut être : {allowed}.',
  'master.usage.NUMBER': '{option} est un nombre de {least, number} à {most, number}.',
  'master.usage.RANGE': '{option} est une plage de temps comme 0:00-0:12, la fin après le début.',
  'master.usage.NOT_THERE': '{file} n’existe pas ou n’est pas lisible.',
  'master.usage.NO_PLACE': '{file} ne peut pas être écrit à cet endroit.',
  'master.usage.SAME_FILE': '{file} est utilisé deux fois ; un enregistrement n’est jamais écrasé.',
  'master.error.MEDIA_COMMAND_FAILED':
    'Le son n’a pas pu être traité ; votre enregistrement est intact. Réessayez et, si cela échoue encore, exportez-le de nouveau.',
  'master.error.MEDIA_COMMAND_TIMED_OUT':
    'Le traitement du son a dépassé {seconds} secondes et a été arrêté. Réessayez quand la machine sera moins occupée.',
  'master.error.VERIFICATION_FAILED':
    'Le son produit n’a pas la durée voulue et n’a donc pas été gardé. Réessayez avec une autre exportation de l’enregistrement.',
  'master.step.probe': 'Examen du fichier',
  'master.step.analyse': 'Écoute',
  'master.step.plan': 'Décision',
  'master.step.render': 'Réparation et encodage',
  'master.step.tag': 'Écriture des étiquettes',
  'master.step.verify': 'Contrôle du résultat',
  'master.findings': 'Trouvé :',
  'master.noFindings': 'Aucun défaut trouvé.',
  'master.mended': 'réparé',
  'master.before': 'Avant',
  'master.after': 'Après',
  'master.row.heard': 'Volume, tel qu’entendu',
  'master.row.meter': 'Volume, simple indicateur',
  'master.row.peak': 'Crête vraie',
  'master.row.range': 'Plage de volume',
  'master.row.duration': 'Durée',
  'master.made': '{channels, select, mono {Mono} other {Stéréo}}, {bytes}, fait en {seconds} s.',
  'master.missed':
    '{name, select, loudness {Le volume atteint {measured} LUFS} truePeak {La crête vraie atteint {measured} dBTP} other {La durée atteint {measured} ms}}, ce qui manque la cible.',
  'master.picture.title':
    'Le son avant et après : la forme d’onde, et le volume de chaque tranche de trois secondes avec la cible',
  'master.picture.legend': 'Ligne : volume de 3 s en LUFS. Bande : la cible ± 1.',
} as const;
