/** Words of the site around the shows: its own texts, the page of a show, following, problems; and their screens in the studio. */
export const site = {
  'site.forbiddenTitle': 'This may not be shown.',
  'site.forbiddenText':
    'It was withdrawn for legal reasons. The address stays empty, so that nothing else takes its place.',
  'site.offlineTitle': 'There is no connection.',
  'site.offlineText':
    'This page cannot be reached without one. What you had begun to hear keeps its place in this browser.',
  'site.tryAgain': 'Try again',
  'site.home': '{name}: first page',
  'site.busyTitle': 'The site is starting.',
  'site.notFoundSearch': 'Or search in everything that was said',

  'site.legal': 'Legal notice',
  'site.privacy': 'Privacy',
  'site.contact': 'Contact',
  'site.about': 'About this site',
  'site.writeTo': 'Write to {mail}',
  'site.offer': 'This page also exists in English.',
  'site.offerYes': 'Read it in English',
  'site.offerNo': 'No, thank you',

  'site.privacyText': `## In short

You can read, listen and follow here without an account. **{name} sets no cookie** and loads nothing from anybody else: no advertising, no trackers, no fonts or players from other companies.

## What stays in your browser

Where you stopped in a recording, the speed, the volume and light or dark are kept in your own browser only. They are never sent to us; emptying the site’s data in your browser removes them.

## What is counted

How often a feed is fetched, by which kind of app; how often a page is reached through a guest’s link, a recording is played from there for 30 seconds or more, and a link is shared. These are plain sums by day. No address of a device is stored with them, nobody is recognised from one day to the next, and nothing is told to anybody else.

## What you give us yourself

If you follow by e-mail, your address is kept for that alone. A first mail asks whether it was you; without your answer the address is deleted. Every mail has a link that ends it with one click, and the address then goes. Guests see what is kept about them behind their own link, correct it and withdraw what they allowed there.

## In operation

To keep the service safe, the server holds the network address of whoever connects for a short time in memory, to slow down floods of requests. It is not written into our statistics or records.

## Your rights

You may ask what we hold about you, have it corrected or deleted, and complain to your data protection authority.`,

  'site.startWith': 'Start with these',
  'site.startLead': 'If this is your first visit, its makers would begin here.',
  'site.rhythm': 'Rhythm',
  'site.language': 'Language',
  'site.seasons': 'Seasons and mini-series',
  'site.seasonNumber': 'Season {number}',
  'site.episodesIn': '{count, plural, one {# episode} other {# episodes}}',
  'site.searchShow': 'Search this show',
  'site.searchSite': 'Search',
  'site.searchHint': 'A word, a name, a sentence',
  'site.search': 'Search',
  'site.practical': 'Good to know',
  'site.contactShow': 'Contact',
  'site.licence': 'Licence',
  'site.funding': 'Support the show',
  'site.latestEpisode': 'Latest: {date}',
  'site.people': 'Heard recently',
  'site.allEpisodes': 'All episodes',

  'site.followTitle': 'Follow “{title}”',
  'site.followPage': 'All ways to follow',
  'site.followPageLead': 'Three ways, equally good. None needs an account here, and all are free.',
  'site.byApp': 'In an app',
  'site.byAppLead': 'The app fetches each new episode by itself.',
  'site.byAppNot': 'Nothing opened? The app is not on this device: take the feed address instead.',
  'site.byFeed': 'By RSS',
  'site.byFeedLead': 'This address works in every podcast app and feed reader. Copy it, then add it there.',
  'site.openFeed': 'Open the feed',
  'site.byMail': 'By e-mail',
  'site.byMailLead': 'One mail for each new episode, ended with one click.',
  'site.onPhone': 'Go on on your phone',
  'site.onPhoneText': 'Point the phone’s camera at the code: this page opens there.',
  'site.otherFeeds': 'Only a part of it',
  'site.otherFeedsLead': 'Put a feed together from shows, people and subjects.',
  'site.toShow': 'To the page of the show',

  'error.field.fediverse': 'This is not a name in the fediverse, such as @name@instance.example.',
  'error.field.appLink': 'This is not a page of {app}; its address begins with https://.',
  'error.field.twice': 'One of these is here twice.',
  'error.field.otherShow': 'One of these episodes does not belong to this show.',
  'error.field.hostName': 'This is not a host name that could be used here, such as radio.example.org.',
  'error.field.hostTaken': 'Another show has this host name.',
  'error.HOST_MISSING': 'This show has no host name of its own; write one and save first.',
  'error.HOST_NOT_HERE':
    'The name {host} does not lead here yet: {reason, select, unreachable {nothing answered} wrong {something else answered} other {it was not asked}}. Nothing was changed.',

  'site.studio.title': 'Site',
  'site.studio.lead': 'What holds for the whole site: its name, its languages, what you say as its operator.',
  'site.studio.view': 'See the site',
  'site.studio.saved': 'Saved. The pages show it at once.',
  'site.studio.name': 'Name of the site',
  'site.studio.nameHint': 'In the head of every page, in search engines, on cards and in players on other sites.',
  'site.studio.hides': 'Do not name Estrade on public pages',
  'site.studio.hidesHint': 'Your name alone is shown; the studio keeps its own.',
  'site.studio.languages': 'Languages',
  'site.studio.first': 'First language',
  'site.studio.firstHint': 'For readers whose browser names neither, and for search engines.',
  'site.studio.regionEn': 'English as in',
  'site.studio.regionFr': 'French as in',
  'site.studio.regionHint': 'Dates, spaces and words follow it; a show in another regional form keeps its own.',
  'site.studio.region': '{region, select, frca {Québec} frfr {France} enca {Canada} other {the United States}}',
  'site.studio.texts': 'Your texts',
  'site.studio.textsLead':
    'Linked from the foot of every page. Markdown. What is empty has no page, but privacy: a true text stands there until you write your own.',
  'site.studio.legalHint':
    'Who is behind the site: name, address, who answers for it. The law of many countries wants one.',
  'site.studio.privacyHint': 'Empty: the usual text, which says what this software does.',
  'site.studio.usual': 'Begin with the usual text',
  'site.studio.contactHint': 'How people reach you.',
  'site.studio.mail': 'Address for mails',
  'site.studio.mailHint': 'Shown on the contact page, and to those who report a weakness. Empty: none.',
  'site.studio.robots': 'Robots that gather texts for training AI',
  'site.studio.robotsAllow': 'May read the public pages',
  'site.studio.robotsDeny': 'Are asked to stay away',
  'site.studio.robotsHint': 'Search engines are not meant by this. Robots keep to it or not; it is a request.',
  'site.studio.fediverse': 'The site in the fediverse',
  'site.studio.fediverseHint':
    'Such as @name@instance.example; named as the author of shared links where no host has a name there.',
  'site.studio.ownerOnly': 'Only the owner of this instance changes these.',

  'site.page.title': 'Page',
  'site.page.lead': 'What the page of the show says to somebody who comes for the first time.',
  'site.page.promise': 'The promise',
  'site.page.promiseHint': 'One sentence: what a listener gets. Empty: the first sentence of the description.',
  'site.page.rhythm': 'Rhythm',
  'site.page.rhythmHint': 'Such as “Every second Tuesday”.',
  'site.page.start': 'Start with these',
  'site.page.startHint': 'Up to three episodes for a first visit, in this order.',
  'site.page.startPick': 'Choose an episode',
  'site.page.startEmpty': 'There is no released episode yet.',
  'site.page.up': 'Earlier: {title}',
  'site.page.remove': 'Take out: {title}',
  'site.page.contact': 'Contact',
  'site.page.contactHint': 'Printed for everyone: an address for mails, a page, a sentence.',
  'site.page.apps': 'Where the show is',
  'site.page.appsHint':
    'The address of the show’s page in each directory. Apps without one are opened by the feed where they can.',
  'site.page.view': 'See the page',
  'site.page.viewFollow': 'See “Follow”',
  'site.host.title': 'A host name of its own',
  'site.host.lead':
    'The pages of the show can be on a name of yours. Its feed keeps its address, so that no subscriber is lost; the old addresses of pages lead to the new ones for ever.',
  'site.host.name': 'Host name',
  'site.host.placeholder': 'radio.example.org',
  'site.host.step1': 'In your domain’s DNS, let the name lead to this server:',
  'site.host.dns': 'CNAME {target}',
  'site.host.dnsAddress': 'an A or AAAA record with the address of this server',
  'site.host.step2':
    'Let the proxy in front of Estrade answer for the name too, with a certificate for it, and hand on the name that was asked for (Host or X-Forwarded-Host).',
  'site.host.step3': 'Save, then check. The pages move when the name leads here.',
  'site.host.check': 'Check and use it',
  'site.host.force': 'Use it without the check',
  'site.host.forceHint': 'If this server cannot reach itself by its public name, but you have seen the name lead here.',
  'site.host.stop': 'Go back to the usual address',
  'site.host.active': 'In use since {date}: the pages are at {address}',
  'site.host.waiting': 'Not in use yet.',
  'site.host.moved': 'The pages of the show are at {address} now.',
  'site.host.back': 'The pages of the show are at their usual address again.',
  'site.host.saveFirst': 'Save the name first.',
  'site.withdraw.legal': 'Withdraw for legal reasons',
  'site.withdraw.legalHint': 'The address then says so (451) until it is published again.',
} as const;
