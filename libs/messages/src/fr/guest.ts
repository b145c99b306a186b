import type { guest as en } from '../en/guest.js';

export const guest: Record<keyof typeof en, string> = {
  'guest.frame.description': 'Une page privée, pour une seule personne.',
  'guest.frame.untitled': 'Un épisode encore sans titre',
  'guest.frame.team': 'Ce lien est celui de l’équipe de communication : tout peut être copié et téléchargé ici.',
  'guest.frame.parts': 'Parties de cette page',
  'guest.frame.part.kit': 'Partager',
  'guest.frame.part.review': 'Valider',
  'guest.frame.part.me': 'Moi',
  'guest.frame.waiting': 'à valider',
  'guest.stage':
    '{stage, select, invited {L’invitation est lancée. Dites-nous qui vous êtes, quand vous aurez deux minutes.} filled {Nous avons ce que vous nous avez dit. Rien ne vous attend.} proposed {Des citations ou des extraits attendent votre réponse.} reviewing {Vous avez commencé à répondre; il reste des citations ou des extraits.} approved {Tout a reçu votre réponse. Merci.} silent {Le délai est passé; la règle de l’émission a été appliquée. Vous pouvez encore changer vos réponses.} released {L’épisode est en ligne.} quiet {L’épisode est en ligne. Cette page vous reste ouverte.} declined {Vous avez décliné. Rien de vous n’est utilisé ici.} withdrawn {Vous avez retiré votre consentement. Rien de nouveau n’est fait avec votre voix ni vos mots.} other {}}',
  'guest.door.title': 'Ce lien ne fonctionne pas',
  'guest.door.text':
    'Il a peut-être été remplacé par un autre, son temps est peut-être passé, ou il en manque la fin. Ce que vous avez approuvé ou écrit est conservé.',
  'guest.door.do': 'Que faire',
  'guest.door.do.mail': 'Ouvrez le dernier courriel que nous vous avons envoyé; son lien est le bon.',
  'guest.door.do.ask':
    'Ou demandez un nouveau lien à la personne qui vous a envoyé celui-ci. Cela ne lui prend qu’un instant.',
  'guest.door.wait':
    'Trop d’adresses erronées sont venues de votre réseau. Attendez dix minutes, puis rouvrez votre lien.',
  'guest.door.many':
    'De très nombreux changements sont venus par ce lien en quelques minutes. Attendez dix minutes; ce qui est enregistré est conservé.',
  'guest.door.foreign':
    'Ce formulaire venait d’un autre site; rien n’a été changé. Ouvrez votre propre lien et recommencez.',
  'guest.door.teamOnly':
    'Ce lien sert à copier et à télécharger. Pour changer quelque chose, il faut le lien de la personne invitée.',
  'guest.code.title': 'Encore une étape : votre code',
  'guest.code.sent':
    'Nous avons envoyé six chiffres à {to}. Ils servent une fois, pendant dix minutes. Ce que vous avez saisi reste sur cette page.',
  'guest.code.label': 'Code reçu par courriel',
  'guest.code.confirm': 'Confirmer',
  'guest.code.again': 'Envoyer un nouveau code',
  'guest.code.cancel': 'Ne rien changer',
  'guest.code.wrong': 'Ce n’était pas ce code. Comparez avec le dernier courriel; rien n’est perdu.',
  'guest.code.over':
    'Ce code ne sert plus : il vaut une fois, pendant dix minutes. Demandez-en un nouveau; rien n’est perdu.',
  'guest.code.tries': 'C’était le cinquième code erroné; il est donc fermé. Demandez-en un nouveau; rien n’est perdu.',

  'error.field.guest.contact': 'Ce n’est ni une adresse courriel ni l’adresse d’une page.',
  'error.field.guest.fediverse': 'Ce n’est pas une adresse du fédivers, comme @nom@serveur.example.',
  'error.field.guest.slugTaken': 'Une autre personne a cette adresse. Choisissez-en une autre.',
  'error.field.guest.timeOrder': 'La fin précède le début.',
  'error.field.guest.time': 'Écrivez un temps comme 12:30 ou 1:02:30.',
  'guest.use.publish': 'Publier l’épisode',
  'guest.use.publish.text':
    'Ma voix, mon nom et ce que je dis peuvent être publiés dans cet épisode, sur les pages et dans les applis de balados.',
  'guest.use.clips': 'Extraits',
  'guest.use.clips.text':
    'De courts passages, de deux minutes au plus, peuvent être montrés seuls, chacun après mon accord.',
  'guest.use.quotes': 'Citations',
  'guest.use.quotes.text': 'Des phrases de moi peuvent paraître en texte et sur des images, chacune après mon accord.',
  'guest.use.transcript': 'Transcription',
  'guest.use.transcript.text': 'Ce que je dis peut être publié par écrit, à côté du son.',
  'guest.use.translation': 'Traductions',
  'guest.use.translation.text': 'Ce que je dis peut être traduit; la traduction est signalée comme telle.',
  'guest.use.training': 'Entraînement de machines',
  'guest.use.training.text':
    'Ma voix et mes mots peuvent servir à entraîner une intelligence artificielle. La plupart des gens disent non.',
  'guest.code.many': 'Six codes ont été envoyés en une heure. Patientez, puis demandez-en un autre; rien n’est perdu.',

  'guest.yes': 'oui',
  'guest.no': 'non',
  'guest.me.next':
    '{isReleased, select, yes {L’épisode est en ligne. Votre nom, votre photo et vos liens vous appartiennent : ce que vous changez ici change partout, aussitôt. La fonction et l’employeur de ce jour-là restent, à moins que vous ne demandiez une correction.} other {Deux minutes suffisent. La production voit aussitôt ce que vous enregistrez. Rien ne paraît avant la sortie de l’épisode, et vous pouvez revenir aussi souvent que vous voulez.}}',
  'guest.me.contents': 'Sur cette page',
  'guest.me.done':
    '{what, select, profile {Enregistré. Votre nom, votre biographie et vos liens sont à jour sur toutes les pages.} photo {Enregistré. C’est la photo que tout le monde voit maintenant.} then {Enregistré. La production le voit déjà.} thenasked {Votre correction est chez la production. La réponse viendra par courriel, et ici.} disclaimer {Enregistré. La mention figure déjà sous votre nom.} now {Enregistré.} settings {Enregistré.} consents {Enregistré. Un reçu est en route vers votre courriel.} consentsasked {Votre choix est chez la production, qui le confirmera avec vous de vive voix.} correction {Votre demande est chez la production. La réponse viendra par courriel, et ici.} team {Un nouveau lien est prêt ci-dessous; le précédent, s’il y en avait un, est fermé.} teamrevoked {Ce lien est fermé.} same {Rien n’était différent; rien n’a été changé.} other {Enregistré.}}',
  'guest.me.wrong':
    '{n, plural, one {Un champ est à revoir; rien n’est perdu.} other {# champs sont à revoir; rien n’est perdu.}}',
  'guest.me.profile': 'Qui vous êtes',
  'guest.me.profileLead':
    'Ceci vous suit partout : chaque épisode, chaque page, aussitôt. Un nom que vous ne portez plus disparaît de tous ces endroits.',
  'guest.me.name': 'Nom',
  'guest.me.sortName': 'Dans les listes',
  'guest.me.sortNameHint': 'Par exemple Tremblay, Jean',
  'guest.me.pronunciation': 'Comment se dit votre nom',
  'guest.me.pronunciationHint': 'Avec vos mots, pour l’animation et pour les voix qui lisent',
  'guest.me.pronouns': 'Pronoms',
  'guest.me.pronounsHint': 'Seulement si vous voulez qu’on les montre',
  'guest.me.biography': 'À propos de vous, en {lang, select, fr {français} other {anglais}}',
  'guest.me.biographyHint':
    '{n, plural, =0 {Soixante mots suffisent largement; une langue suffit.} one {# mot pour l’instant. Soixante suffisent largement.} other {# mots pour l’instant. Soixante suffisent largement.}}',
  'guest.me.links': 'Liens',
  'guest.me.linksHint': 'Votre site, vos profils. Pour enlever un lien, videz ses deux champs.',
  'guest.me.linkLabel': 'Nom du lien {n}',
  'guest.me.linkUrl': 'Adresse du lien {n}',
  'guest.me.fediverse': 'Adresse du fédivers',
  'guest.me.fediverseHint': 'Mastodon vous montre à côté des liens vers vos épisodes',
  'guest.me.contact': 'Où tout le monde peut vous écrire',
  'guest.me.contactHint':
    'Une adresse courriel ou une page. Votre page publique la montre à tout le monde; vide : elle n’en montre aucune.',
  'guest.me.page': 'Votre page publique et son adresse',
  'guest.me.pageLater': 'Dès le premier épisode en ligne, elle sera à {address}',
  'guest.me.address': 'Si votre nom a changé',
  'guest.me.addressKeep': 'Garder l’adresse telle quelle',
  'guest.me.addressMove': 'Nouvelle adresse d’après mon nom; l’ancienne y mène',
  'guest.me.addressMoveText': 'Les anciens liens marchent encore. Qui en connaît un peut y lire l’ancien nom.',
  'guest.me.addressEnd': 'Nouvelle adresse d’après mon nom; l’ancienne s’éteint',
  'guest.me.addressEndText':
    'L’ancien nom n’est plus nulle part. Les anciens liens vers votre page, et votre flux à cette adresse, ne marchent plus.',
  'guest.me.hidden': 'Tenir ma page hors des moteurs de recherche',
  'guest.me.hiddenText': 'La page reste, pour qui vient d’un épisode.',
  'guest.me.saveProfile': 'Enregistrer qui je suis',
  'guest.me.photo': 'Votre photo',
  'guest.me.photoLead':
    'Elle est recadrée en carré autour de son centre et figure sur la page, sur les cartes et dans les applis de balados.',
  'guest.me.photoNone': 'Pas encore de photo : votre initiale la remplace.',
  'guest.me.photoSquare': 'Voici comment elle paraît.',
  'guest.me.photoSmall':
    'Elle n’a que {n} pixels de large : sur les grandes cartes, elle sera floue. 800 ou plus serait mieux.',
  'guest.me.photoChoose': 'Choisir une photo',
  'guest.me.photoHint': 'JPEG, PNG ou WebP, de préférence 800 pixels ou plus sur le petit côté, 12 Mo au plus',
  'guest.me.savePhoto': 'Téléverser la photo',
  'guest.me.then': 'Le jour de l’enregistrement',
  'guest.me.thenOn': 'L’enregistrement date du {date}.',
  'guest.me.thenNoDate': 'La date de l’enregistrement n’est pas encore connue.',
  'guest.me.thenLead':
    'Votre fonction et votre employeur de ce jour-là paraissent avec l’épisode et y restent, quoi que vous fassiez ensuite.',
  'guest.me.thenReleased':
    'Ceci est publié. Si quelque chose était faux ce jour-là, demandez une correction : la production décide, et la page dit quand elle a été corrigée.',
  'guest.me.thenAsked': 'Votre correction du {date} attend la production. Une nouvelle la remplacerait.',
  'guest.me.title': 'Votre fonction, en {lang, select, fr {français} other {anglais}}',
  'guest.me.organisation': 'Employeur ou organisation',
  'guest.me.organisationUrl': 'Son site web',
  'guest.me.employer': 'Pouvons-nous nommer votre employeur ?',
  'guest.me.employer.named': 'Oui',
  'guest.me.employer.named.text': 'À côté de votre nom, sur les pages et les cartes',
  'guest.me.employer.notes': 'Seulement dans les notes',
  'guest.me.employer.notes.text': 'Dans la description de l’épisode, pas à côté de votre nom',
  'guest.me.employer.hidden': 'Non',
  'guest.me.employer.hidden.text': 'Nulle part : ni pages, ni flux, ni images, ni noms de fichiers',
  'guest.me.why': 'Qu’est-ce qui était faux ?',
  'guest.me.askThen': 'Demander cette correction',
  'guest.me.saveThen': 'Enregistrer fonction et employeur',
  'guest.me.leaks': 'Votre employeur ne doit pas être nommé, mais on lit encore son nom ici :',
  'guest.leak':
    '{field, select, title {votre fonction} disclaimer {votre mention} biography {votre biographie} link {vos liens} contact {votre contact} episodeTitle {le titre de l’épisode} summary {le résumé de l’épisode} notes {les notes de l’épisode} takeaways {les points clés de l’épisode} chapters {les chapitres de l’épisode} transcript {la transcription} quote {une citation} clip {un extrait} other {un autre texte}}{lang, select, fr {, en français} en {, en anglais} other {}}',
  'guest.me.disclaimer': 'Mention',
  'guest.me.disclaimerHint':
    'Si vous en voulez une : elle paraît juste sous votre nom, dans les notes et à la fin de chaque texte à partager. De préférence dans les deux langues.',
  'guest.me.disclaimerReleased':
    'Elle change aussitôt sur ce qui est publié. Nous vous envoyons un code par courriel pour vérifier que c’est bien vous.',
  'guest.me.disclaimerNoMail':
    'Pour la changer maintenant, il faudrait vous envoyer un code, mais nous n’avons pas votre courriel. Demandez à la production de l’ajouter.',
  'guest.me.disclaimerIn': 'Mention, en {lang, select, fr {français} other {anglais}}',
  'guest.me.wording': 'Une formule à reprendre',
  'guest.me.saveDisclaimer': 'Enregistrer la mention',
  'guest.wording': 'Les propos de {name} sont personnels et n’engagent pas {employer}.',
  'guest.wordingAny': 'Les propos de {name} sont personnels et n’engagent aucun employeur.',
  'guest.me.now': 'Ce que vous faites aujourd’hui',
  'guest.me.nowLead':
    'Un nouvel emploi depuis ? Votre page et l’épisode montrent les deux : ce que vous faisiez à l’enregistrement et ce que vous faites aujourd’hui.',
  'guest.me.nowTitle': 'Fonction actuelle',
  'guest.me.nowOrganisation': 'Employeur ou organisation d’aujourd’hui',
  'guest.me.since': 'Depuis',
  'guest.me.hidesNow': 'Ne pas montrer ce que je fais aujourd’hui',
  'guest.me.hidesNowText': 'On ne montre que ce que vous faisiez à l’enregistrement.',
  'guest.me.saveNow': 'Enregistrer ce que je fais aujourd’hui',
  'guest.me.settings': 'Langue et heure',
  'guest.me.settingsLead': 'Dans quelle langue nous vous écrivons et préparons vos textes, et à quelle heure.',
  'guest.me.locale': 'Langue',
  'guest.me.zone': 'Fuseau horaire',
  'guest.me.mail':
    'Nous écrivons à {mail}. Seule la production peut changer cette adresse, car les codes y sont envoyés.',
  'guest.me.mailNone':
    'Nous n’avons pas votre courriel. Demandez à la production de l’ajouter, pour pouvoir confirmer vous-même.',
  'guest.me.saveSettings': 'Enregistrer langue et heure',
  'guest.me.consents': 'Ce qu’on peut faire de votre voix et de vos mots',
  'guest.me.consentsFirst':
    'Rien n’est coché pour vous. Cochez ce que vous acceptez; chaque accord se retire à tout moment.',
  'guest.me.consentsLead': 'Voici ce que vous avez accepté. Chaque accord peut changer à tout moment.',
  'guest.me.consentsAsked': 'Votre choix du {date} attend la production, qui le confirmera avec vous.',
  'guest.me.withdraw':
    'Pour retirer un accord, décochez et enregistrez. Vos extraits et citations, la transcription ou les traductions que vous n’acceptez plus quittent les pages, les flux et la recherche en moins d’une minute; les sous-titres des extraits suivent la transcription. Ce que d’autres ont déjà téléchargé ne peut être repris. Si un épisode publié doit lui-même être retiré, cela se règle avec la production, avertie aussitôt.',
  'guest.me.consentsCode': 'À l’enregistrement, nous envoyons un code à votre courriel, puis un reçu daté.',
  'guest.me.consentsNoMail':
    'Nous n’avons pas votre courriel; la production confirmera donc votre choix avec vous de vive voix.',
  'guest.me.saveConsents': 'Enregistrer mes choix',
  'guest.me.receipts': '{n, plural, one {Votre reçu} other {Vos # reçus}}',
  'guest.me.correction': 'Demander une correction',
  'guest.me.correctionLead':
    'Quelque chose est faux dans l’épisode, ou vous regrettez une phrase ? Dites où et pourquoi. La production décide, et vous aurez une réponse dans tous les cas.',
  'guest.me.from': 'De',
  'guest.me.to': 'À',
  'guest.me.correctionReason': 'Ce qui devrait changer, et pourquoi',
  'guest.me.askCorrection': 'Envoyer la demande',
  'guest.correction.kind':
    '{kind, select, affiliation {Fonction et employeur.} consent {Consentement.} other {Passage :}}',
  'guest.correction.state':
    '{state, select, accepted {Acceptée.} refused {Non retenue.} other {En attente de la production.}}',
  'guest.me.team': 'Un lien pour votre équipe de communication',
  'guest.me.teamLead':
    'Il permet de copier des textes et de télécharger des fichiers, rien d’autre : ni valider, ni changer quoi que ce soit.',
  'guest.me.teamMake': 'Créer ce lien',
  'guest.me.teamAgain': 'Le remplacer par un nouveau',
  'guest.me.teamRevoke': 'Fermer ce lien',
  'guest.me.history': 'Ce qui s’est passé sur cette page',
  'guest.event':
    '{what, select, made {Votre lien a été créé.} opened {Votre page a été ouverte.} mail {{to, select, ordered {L’envoi de votre trousse a été demandé.} undone {Cet envoi a été annulé avant de partir.} other {Un courriel vous a été envoyé.}}} profile {Vous avez changé qui vous êtes.} photo {Vous avez changé votre photo.} appearance {Fonction, employeur ou mention de ce jour-là ont changé.} consent {Ce que vous acceptez a changé.} correction {Une correction a été demandée ou décidée.} answer {Vous avez répondu à des citations ou à des extraits.} rotated {Votre lien a été remplacé par un nouveau.} team {Le lien de votre équipe a été créé ou fermé.} code {Un code vous a été envoyé.} settings {Langue, heure ou adresse ont changé.} sent {Votre trousse a été envoyée.} state {{to, select, filled {Nous avons ce que vous nous avez dit.} proposed {Des citations ou des extraits vous ont été soumis.} reviewing {Vous avez commencé à répondre.} approved {Tout a reçu votre réponse.} silent {Le délai de réponse est passé.} declined {Vous avez décliné.} withdrawn {Vous avez retiré votre consentement.} invited {Votre invitation est partie.} other {Une étape est passée.}}} other {Quelque chose a été fait.}}{actor, select, user { Par la production.} team { Par votre équipe.} other {}}',
  'guest.code.consents': 'Avec ce code, vos choix sur votre voix et vos mots prennent effet aussitôt.',
  'guest.code.disclaimer': 'Avec ce code, votre mention change aussitôt sur ce qui est publié.',
  'error.field.guest.photo': 'Choisissez une image : JPEG, PNG ou WebP, 12 Mo au plus.',

  'guest.mail.hello': 'Bonjour {name},',
  'guest.mail.open': 'Ouvrir votre page',
  'guest.mail.reason': 'Vous recevez ceci parce qu’on vous entend dans « {title} ».',
  'guest.mail.code.subject': 'Votre code : {code}',
  'guest.mail.code.text': 'Votre code est {code}. Il sert une fois, pendant dix minutes.',
  'guest.mail.code.not': 'Vous ne l’avez pas demandé ? Alors rien n’arrive : sans le code, rien ne change.',
  'guest.mail.receipt.subject': 'Votre reçu : ce qu’on peut faire de votre voix et de vos mots',
  'guest.mail.receipt.text': 'Voici ce que vous avez accepté le {at}. Gardez ce courriel; nous gardons le même relevé.',
  'guest.mail.receipt.withdraw':
    'Chaque accord se retire à tout moment sur votre page. Extraits et citations quittent alors les pages et les flux en moins d’une minute.',
  'guest.mail.decision.subject':
    '{state, select, accepted {Votre demande est acceptée} other {Une réponse à votre demande}}',
  'guest.mail.decision.text':
    '{state, select, accepted {{kind, select, affiliation {Votre fonction et votre employeur sont corrigés; la page le dit, avec la date.} consent {Vos choix sur votre voix et vos mots sont confirmés et valent dès maintenant.} other {La production a accepté votre demande.}}} other {{kind, select, affiliation {La production n’a pas repris la correction de fonction et d’employeur.} consent {La production n’a pas pu confirmer vos choix avec vous; rien n’a été changé.} other {La production n’a pas retenu votre demande.}}}}',
  'guest.mail.remind.subject': 'Deux minutes, quand cela vous convient',
  'guest.mail.remind.text':
    'Votre page attend encore : votre nom, votre fonction le jour de l’enregistrement et ce qu’on peut faire de votre voix et de vos mots.',

  'guest.page.said': 'se dit « {how} »',
  'guest.page.inLanguage': 'En {language}',
  'guest.page.saidOn': 'Écrit en {month}',
  'guest.page.write': 'Écrire à {name}',
  'guest.page.quotes': 'Ses mots',
  'guest.page.translated':
    '{lang, select, en {Traduit de l’anglais} fr {Traduit du français} other {Traduction ({language})}}',
  'guest.page.hear': 'Écouter',
  'guest.page.corrected': 'Corrigé le {date}.',
  'guest.page.corrections': '{n, plural, one {Correction} other {Corrections}}',
  'guest.page.isYou': 'C’est vous ?',
  'guest.page.manage':
    'Ouvrez le lien privé reçu par courriel avec votre épisode : vous y changez nom, photo, liens et biographie, ou retirez cette page des moteurs de recherche. La personne qui vous a invité ou invitée peut renvoyer ce lien.',
};
