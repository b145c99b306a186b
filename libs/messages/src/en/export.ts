/** Taking a show out, and telling that it has moved. `export.readme.…` is the text that lies in an archive. */
export const exporting = {
  'export.readme.title': '{title}\nEverything of this podcast, as it was taken out of Estrade.',
  'export.readme.holds':
    '{n, plural, =0 {No published episode} one {One published episode} other {{number} published episodes}}. You need nothing but this folder to read it, to publish it elsewhere, or to bring it into another instance.',
  'export.readme.files':
    'index.html     the podcast’s own site: open it, or put this folder on any web server\nfeed.xml       the feed, with the same GUIDs, dates and sizes as before\nmedia/         the published files, byte for byte\nimages/        covers and portraits\nnotes/         the texts of each episode, as Markdown\nchapters/      chapters, as JSON (podcast namespace 1.2)\ntranscripts/   what is said: WebVTT, SubRip, JSON and plain text\ndata/          all fields as JSON; data/schema.json describes them (JSON Schema)',
  'export.readme.originals': 'originals/     the recordings as they were sent',
  'export.readme.drafts': 'drafts/        what is not public: do not put this folder on a web server',
  'export.readme.site':
    'THE SITE\nIt is made for {url}, and its links also work in any other folder, and without a server. The feed and the pages name {url} where an address has to be whole; for another address, export again.',
  'export.readme.moving':
    'MOVING\n1. Put this folder on the server of the new address, without drafts/ and originals/.\n2. Check that {feed} can be fetched.\n3. Enter that address in the studio, under “This podcast has moved”. Apps follow by themselves, and nobody has to subscribe again.\n4. Keep the old address answering for at least a year.',
  'export.readme.checking':
    'CHECKING\nsha256sum -c SHA256SUMS compares every file with its sum; manifest.json holds the same sums, and the sizes.',

  'error.EXPORT_NOT_READY': 'This archive is not ready to be fetched.',
  'error.EXPORT_DAMAGED': 'The archive came out damaged; order it again.',
  'error.EXPORT_EMPTY': 'This show has nothing yet that could be taken out.',
  'error.MOVE_NO_FEED': 'There is no podcast feed at this address; check the address, and that the new host is ready.',
  'error.MOVE_OTHER_FEED':
    'The feed at this address, “{title}”, is another podcast: neither its GUID nor its episodes are those of this one.',
  'error.MOVE_TO_ITSELF': 'This is the address that the feed has here; enter the one at the new host.',

  'studio.export.title': 'Take everything out',
  'studio.export.text':
    'One archive that is readable without us: the feed, all published files, pictures, texts, chapters and transcripts, all fields as data, and a site that works from any web server. Another instance can import it.',
  'studio.export.baseUrl': 'Address at which it will stand',
  'studio.export.baseUrlHint':
    'The feed and its files name this address. It can be a folder, such as https://example.org/podcast.',
  'studio.export.withOriginals': 'With the recordings as they were sent',
  'studio.export.withOriginalsHint': 'This can make the archive many times larger.',
  'studio.export.withDrafts': 'With drafts and what is not public',
  'studio.export.withDraftsHint': 'In a folder of its own, which is not meant for a web server.',
  'studio.export.order': 'Make the archive',
  'studio.export.ordered': 'The archive is being made. You can leave this page.',
  'studio.export.list': 'Archives',
  'studio.export.noneText': 'An archive can be fetched for seven days, and a new one made at any time.',
  'studio.export.waiting': 'Waits for its turn',
  'studio.export.writing': 'Being written: {done} of {total}',
  'studio.export.checking': 'Being checked: {done} of {total}',
  'studio.export.begins': 'Being prepared',
  'studio.export.progress': 'Archive for {url}',
  'studio.export.ready':
    '{size}, {n, plural, one {one file} other {{number} files}}, checked; can be fetched until {date}',
  'studio.export.failed': 'Not made: {reason}',
  'studio.export.download': 'Download',
  'studio.export.downloadNamed': 'Download the archive of {date}',
  'studio.export.cancel': 'Cancel',
  'studio.export.cancelled': 'Cancelled; nothing of it is left.',
  'studio.export.delete': 'Delete',
  'studio.export.deleted': 'The archive is deleted.',
  'studio.export.again': 'Try again',
  'studio.export.withOriginalsShort': 'with originals',
  'studio.export.withDraftsShort': 'with drafts',

  'studio.move.title': 'This podcast has moved',
  'studio.move.text':
    'When the podcast lives elsewhere, say so here: its feed answers with a permanent redirect (301) to the new one, and names it too (itunes:new-feed-url). Apps follow by themselves; no listener has to do anything. Feeds of seasons, events, people and subscribers stay here.',
  'studio.move.keep':
    'Leave this show here for at least a year: some apps ask only now and then, and follow only while the old address answers. Pages and files stay reachable.',
  'studio.move.to': 'Address of the feed at the new host',
  'studio.move.check': 'Check and redirect',
  'studio.move.same':
    'The feed there is this podcast: {n, plural, one {one episode} other {{number} episodes}} of {total} found.',
  'studio.move.fewer':
    '{n, plural, one {One episode of this show is} other {{number} episodes of this show are}} not in the new feed; apps may stop showing them.',
  'studio.move.anyway': 'Redirect there anyway',
  'studio.move.anywayText':
    'Listeners would be given another podcast in place of this one. Only do this when you are sure that the address is right.',
  'studio.move.done': 'From now on the feed leads to {url}.',
  'studio.move.moved': 'This podcast has moved',
  'studio.move.movedText': 'The feed of this show leads to {url}.',
  'studio.move.undo': 'Take it back',
  'studio.move.undone': 'The feed is served from here again.',
  'studio.move.undoHint':
    'Apps that have followed already keep the new address; they come back only when that one leads here.',
} as const;
