import type { site as english } from '../en/site.js';

/** See the English file. */
export const site: Record<keyof typeof english, string> = {
  'site.forbiddenTitle': 'Ceci ne peut pas être montré.',
  'site.forbiddenText':
    'Le contenu a été retiré pour des raisons juridiques. L’adresse reste vide, pour que rien d’autre ne prenne sa place.',
  'site.offlineTitle': 'La connexion manque.',
  'site.offlineText':
    'Sans elle, cette page est hors d’atteinte. Ce que vous aviez commencé à écouter garde sa place dans ce navigateur.',
  'site.tryAgain': 'Réessayer',
  'site.home': '{name} : accueil',
  'site.busyTitle': 'Le site démarre.',
  'site.notFoundSearch': 'Ou cherchez dans tout ce qui a été dit',

  'site.legal': 'Mentions légales',
  'site.privacy': 'Confidentialité',
  'site.contact': 'Nous joindre',
  'site.about': 'À propos de ce site',
  'site.writeTo': 'Écrire à {mail}',
  'site.offer': 'Cette page existe aussi en français.',
  'site.offerYes': 'La lire en français',
  'site.offerNo': 'Non, merci',

  'site.privacyText': `## En bref

On lit, on écoute et on s’abonne ici sans compte. **{name} ne dépose aucun témoin (cookie)** et ne charge rien de personne d’autre : ni publicité, ni traceur, ni police ou lecteur d’une autre entreprise.

## Ce qui reste dans votre navigateur

L’endroit où vous vous êtes arrêté dans un enregistrement, la vitesse, le volume et le choix entre clair et sombre ne sont gardés que dans votre propre navigateur. Rien de cela ne nous est envoyé ; effacer les données du site dans votre navigateur les supprime.

## Ce qui est compté

Combien de fois un flux est demandé, et par quelle sorte d’application ; combien de fois une page est atteinte par le lien d’une personne invitée, un enregistrement écouté depuis ce lien pendant 30 secondes ou plus, un lien partagé. Ce sont de simples sommes par jour. Aucune adresse d’appareil n’y est conservée, personne n’est reconnu d’un jour à l’autre et rien n’est transmis à des tiers.

## Ce que vous nous confiez

Si vous vous abonnez par courriel, votre adresse ne sert qu’à cela. Un premier message demande si c’était bien vous ; sans réponse, l’adresse est effacée. Chaque message porte un lien qui met fin à l’abonnement en un clic, et l’adresse part avec lui. Les personnes invitées voient ce que nous gardons à leur sujet derrière leur propre lien ; elles y corrigent leurs renseignements et y retirent leurs autorisations.

## En fonctionnement

Pour protéger le service, le serveur garde peu de temps en mémoire l’adresse réseau de qui se connecte, afin de freiner les rafales de requêtes. Elle n’entre ni dans nos statistiques ni dans nos dossiers.

## Vos droits

Vous pouvez demander ce que nous détenons à votre sujet, le faire corriger ou effacer, et vous adresser à l’autorité de protection des données.`,

  'site.startWith': 'Commencer par là',
  'site.startLead': 'Pour une première visite, l’équipe commencerait ici.',
  'site.rhythm': 'Rythme',
  'site.language': 'Langue',
  'site.seasons': 'Saisons et miniséries',
  'site.seasonNumber': 'Saison {number}',
  'site.episodesIn': '{count, plural, one {# épisode} other {# épisodes}}',
  'site.searchShow': 'Chercher dans cette émission',
  'site.searchSite': 'Chercher',
  'site.searchHint': 'Un mot, un nom, une phrase',
  'site.search': 'Chercher',
  'site.practical': 'En pratique',
  'site.contactShow': 'Contact',
  'site.licence': 'Licence',
  'site.funding': 'Soutenir l’émission',
  'site.latestEpisode': 'Dernier épisode : {date}',
  'site.people': 'Voix récentes',
  'site.allEpisodes': 'Tous les épisodes',

  'site.followTitle': 'Suivre « {title} »',
  'site.followPage': 'Toutes les façons de suivre',
  'site.followPageLead':
    'Trois façons, aussi bonnes les unes que les autres. Aucune ne demande de compte ici, et toutes sont gratuites.',
  'site.byApp': 'Dans une application',
  'site.byAppLead': 'L’application va chercher d’elle-même chaque nouvel épisode.',
  'site.byAppNot': 'Rien ne s’ouvre ? L’application n’est pas sur cet appareil : prenez plutôt l’adresse du flux.',
  'site.byFeed': 'Par RSS',
  'site.byFeedLead':
    'Cette adresse convient à toute application de balados et à tout lecteur de flux. Copiez-la, puis ajoutez-la là-bas.',
  'site.openFeed': 'Ouvrir le flux',
  'site.byMail': 'Par courriel',
  'site.byMailLead': 'Un courriel par nouvel épisode ; un clic y met fin.',
  'site.onPhone': 'Continuer sur votre téléphone',
  'site.onPhoneText': 'Pointez l’appareil photo du téléphone vers le code : cette page s’y ouvre.',
  'site.otherFeeds': 'Une partie seulement',
  'site.otherFeedsLead': 'Composez un flux avec des émissions, des personnes et des sujets.',
  'site.toShow': 'Vers la page de l’émission',

  'error.field.fediverse': 'Ce n’est pas un nom du fédivers, tel que @nom@instance.example.',
  'error.field.appLink': 'Ce n’est pas une page de {app} ; son adresse commence par https://.',
  'error.field.twice': 'L’un de ces éléments figure deux fois.',
  'error.field.otherShow': 'L’un de ces épisodes n’appartient pas à cette émission.',
  'error.field.hostName': 'Ce n’est pas un nom d’hôte utilisable ici, tel que radio.example.org.',
  'error.field.hostTaken': 'Une autre émission a ce nom d’hôte.',
  'error.HOST_MISSING': 'Cette émission n’a pas de nom d’hôte ; écrivez-en un et enregistrez d’abord.',
  'error.HOST_NOT_HERE':
    'Le nom {host} ne mène pas encore ici : {reason, select, unreachable {rien n’a répondu} wrong {autre chose a répondu} other {il n’a pas été interrogé}}. Rien n’a changé.',

  'site.studio.title': 'Site',
  'site.studio.lead': 'Ce qui vaut pour le site entier : son nom, ses langues, ce que vous dites comme exploitant.',
  'site.studio.view': 'Voir le site',
  'site.studio.saved': 'Enregistré. Les pages le montrent aussitôt.',
  'site.studio.name': 'Nom du site',
  'site.studio.nameHint':
    'En tête de chaque page, dans les moteurs de recherche, sur les cartes et dans les lecteurs posés ailleurs.',
  'site.studio.hides': 'Ne pas nommer Estrade sur les pages publiques',
  'site.studio.hidesHint': 'Seul votre nom paraît ; le studio garde le sien.',
  'site.studio.languages': 'Langues',
  'site.studio.first': 'Première langue',
  'site.studio.firstHint': 'Pour qui a un navigateur qui n’en nomme aucune, et pour les moteurs de recherche.',
  'site.studio.regionEn': 'Anglais comme',
  'site.studio.regionFr': 'Français comme',
  'site.studio.regionHint':
    'Les dates, les espaces et les mots suivent ; une émission d’une autre région garde les siens.',
  'site.studio.region': '{region, select, frca {au Québec} frfr {en France} enca {au Canada} other {aux États-Unis}}',
  'site.studio.texts': 'Vos textes',
  'site.studio.textsLead':
    'Liés au pied de chaque page. Markdown. Ce qui est vide n’a pas de page, sauf la confidentialité : un texte exact s’y trouve tant que vous n’avez pas écrit le vôtre.',
  'site.studio.legalHint':
    'Qui est derrière le site : nom, adresse, qui en répond. Le droit de bien des pays le demande.',
  'site.studio.privacyHint': 'Vide : le texte habituel, qui dit ce que fait ce logiciel.',
  'site.studio.usual': 'Partir du texte habituel',
  'site.studio.contactHint': 'Comment vous joindre.',
  'site.studio.mail': 'Adresse de courriel',
  'site.studio.mailHint': 'Montrée sur la page « Nous joindre » et à qui signale une faille. Vide : aucune.',
  'site.studio.robots': 'Robots qui amassent des textes pour entraîner des IA',
  'site.studio.robotsAllow': 'Peuvent lire les pages publiques',
  'site.studio.robotsDeny': 'Sont priés de s’abstenir',
  'site.studio.robotsHint':
    'Les moteurs de recherche ne sont pas visés. Les robots s’y tiennent ou non ; c’est une demande.',
  'site.studio.fediverse': 'Le site dans le fédivers',
  'site.studio.fediverseHint':
    'Par exemple @nom@instance.example ; nommé comme auteur des liens partagés quand aucune voix n’y a de nom.',
  'site.studio.ownerOnly': 'Seul le propriétaire de cette instance les modifie.',

  'site.page.title': 'Page',
  'site.page.lead': 'Ce que la page de l’émission dit à qui vient pour la première fois.',
  'site.page.promise': 'La promesse',
  'site.page.promiseHint': 'Une phrase : ce qu’on y gagne à l’écoute. Vide : la première phrase de la description.',
  'site.page.rhythm': 'Rythme',
  'site.page.rhythmHint': 'Par exemple « Un mardi sur deux ».',
  'site.page.start': 'Commencer par là',
  'site.page.startHint': 'Jusqu’à trois épisodes pour une première visite, dans cet ordre.',
  'site.page.startPick': 'Choisir un épisode',
  'site.page.startEmpty': 'Aucun épisode n’est encore sorti.',
  'site.page.up': 'Monter : {title}',
  'site.page.remove': 'Retirer : {title}',
  'site.page.contact': 'Contact',
  'site.page.contactHint': 'Montré à tous : une adresse de courriel, une page, une phrase.',
  'site.page.apps': 'Où se trouve l’émission',
  'site.page.appsHint':
    'L’adresse de la page de l’émission dans chaque répertoire. Les applications sans adresse s’ouvrent par le flux quand elles le peuvent.',
  'site.page.view': 'Voir la page',
  'site.page.viewFollow': 'Voir « Suivre »',
  'site.host.title': 'Un nom d’hôte à elle',
  'site.host.lead':
    'Les pages de l’émission peuvent être sous un nom à vous. Son flux garde son adresse, pour ne perdre personne ; les anciennes adresses des pages mènent pour toujours aux nouvelles.',
  'site.host.name': 'Nom d’hôte',
  'site.host.placeholder': 'radio.example.org',
  'site.host.step1': 'Dans le DNS de votre domaine, faites mener le nom à ce serveur :',
  'site.host.dns': 'CNAME {target}',
  'site.host.dnsAddress': 'un enregistrement A ou AAAA avec l’adresse de ce serveur',
  'site.host.step2':
    'Faites répondre aussi à ce nom le mandataire placé devant Estrade, avec un certificat pour lui, en transmettant le nom demandé (Host ou X-Forwarded-Host).',
  'site.host.step3': 'Enregistrez, puis vérifiez. Les pages déménagent quand le nom mène ici.',
  'site.host.check': 'Vérifier et l’utiliser',
  'site.host.force': 'L’utiliser sans vérifier',
  'site.host.forceHint':
    'Si ce serveur ne peut se joindre lui-même par son nom public, mais que vous avez vu le nom mener ici.',
  'site.host.stop': 'Revenir à l’adresse habituelle',
  'site.host.active': 'Utilisé depuis le {date} : les pages sont à {address}',
  'site.host.waiting': 'Pas encore utilisé.',
  'site.host.moved': 'Les pages de l’émission sont maintenant à {address}.',
  'site.host.back': 'Les pages de l’émission sont de nouveau à leur adresse habituelle.',
  'site.host.saveFirst': 'Enregistrez d’abord le nom.',
  'site.withdraw.legal': 'Retirer pour des raisons juridiques',
  'site.withdraw.legalHint': 'L’adresse le dit alors (451), jusqu’à une nouvelle publication.',
};
