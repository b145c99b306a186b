/** Ce qu’un flux dit en plus : les valeurs refusées, et les champs du studio. */
export const feedFields = {
  'error.field.feed.https': 'Les applications ne suivent qu’une adresse complète qui commence par https://.',
  'error.field.feed.uuid':
    'C’est le numéro propre à un balado : 32 lettres et chiffres en cinq groupes, tel que son flux le donne dans podcast:guid.',
  'error.field.feed.integer': 'Donnez un nombre entier.',
  'error.field.feed.number': 'Donnez un nombre, avec un point avant les décimales.',
  'error.field.feed.boolean': 'Répondez true ou false.',
  'error.field.feed.moment': 'Donnez la date et l’heure comme 2026-05-12T18:00:00Z.',
  'error.field.feed.mime': 'Donnez un type de fichier, par exemple audio/mpeg.',
  'error.field.feed.language': 'Donnez un code de langue, par exemple fr-CA.',
  'error.field.feed.ratio': 'Donnez le format largeur/hauteur, par exemple 16/9.',
  'error.field.feed.host': 'Donnez seulement le nom du serveur, par exemple chat.exemple.org.',
  'error.field.feed.geo': 'Donnez la latitude et la longitude, par exemple 45.5,-73.6.',
  'error.field.feed.osm': 'Donnez le N, W ou R d’OpenStreetMap et son numéro, par exemple R113314.',
  'error.field.feed.country': 'Donnez les deux lettres du pays, par exemple CA.',
  'error.field.feed.rrule': 'Ce n’est pas une règle de récurrence. Un exemple : FREQ=WEEKLY;BYDAY=TU.',
  'error.field.feed.seasonTwice': 'La saison {n} a déjà un nom.',
  'error.field.feed.soundbite': 'Un extrait dure entre 15 et 120 secondes.',
  'error.field.feed.outside': 'Le son se termine à {end}.',
  'error.field.feed.tag': '{tag} n’est pas une balise que les applications connaissent.',
  'error.field.feed.place': '{tag} n’a pas sa place ici.',
  'error.field.feed.hasField': '{tag} a son propre champ ; remplissez-le.',
  'error.field.feed.once': '{tag} ne peut figurer ici qu’une fois.',
  'error.field.feed.attribute': '{tag} n’a pas cet attribut.',
  'error.field.feed.noText': '{tag} n’a pas de texte.',
  'error.field.feed.needs': 'Il faut aussi {tag}.',
  'error.field.feed.crowded':
    '{n, plural, one {Une seule balise {tag} est possible} other {# balises {tag} au plus sont possibles}}.',
  'error.field.feed.either': 'Une seule de ces sortes est possible : {tags}.',
  'error.field.feed.disabledAlone': 'Des commentaires fermés ne peuvent pas être ailleurs en même temps.',
  'error.field.feed.priority':
    'Quand il y a plusieurs lieux pour les commentaires, chacun a besoin d’une priorité ; 1 vient en premier.',
} as const;
