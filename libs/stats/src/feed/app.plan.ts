/** What fetches feeds, by the words of its User-Agent; the first that fits counts. Our own list, of those that matter. */
const patterns: readonly (readonly [app: string, words: RegExp])[] = [
  ['podcast-index', /podcastindex|podping|aggrivate/i],
  ['google-bot', /google|feedfetcher|storebot/i],
  ['overcast', /overcast/i],
  ['pocket-casts', /pocket ?casts|^shiftyjelly/i],
  ['antennapod', /antennapod/i],
  ['podcast-addict', /podcast ?addict/i],
  ['podverse', /podverse/i],
  ['fountain', /fountain/i],
  ['truefans', /truefans/i],
  ['podcast-guru', /podcast ?guru/i],
  ['castamatic', /castamatic/i],
  ['castro', /castro/i],
  ['downcast', /downcast/i],
  ['icatcher', /icatcher/i],
  ['beyondpod', /beyondpod/i],
  ['player-fm', /player ?fm/i],
  ['castbox', /castbox/i],
  ['gpodder', /gpodder/i],
  ['kasts', /kasts/i],
  ['spotify', /spotify/i],
  ['youtube', /youtube/i],
  ['amazon', /amazon ?music|amazonmusic|alexa|audible/i],
  ['deezer', /deezer/i],
  ['iheart', /iheart/i],
  ['tunein', /tunein/i],
  ['audacy', /audacy/i],
  ['listen-notes', /listennotes|listen notes/i],
  ['podchaser', /podchaser/i],
  ['feedly', /feedly/i],
  ['inoreader', /inoreader/i],
  ['newsblur', /newsblur/i],
  ['nextcloud', /nextcloud/i],
  ['home-assistant', /home ?assistant/i],
  ['vlc', /\bvlc\b|libvlc/i],
  ['estrade', /^estrade\b/i],
  // After the names of others, which often name the system they run on.
  ['apple-podcasts', /podcasts\/|itms|itunes|applecoremedia|apple podcasts|atc\//i],
  [
    'bot',
    /bot\b|crawler|spider|monitor|uptime|validator|curl\/|wget\/|python|go-http-client|java\/|ruby|axios|okhttp/i,
  ],
  ['browser', /^mozilla\//i],
];

/** Every app there is a name for, and `other`. */
export const apps: readonly string[] = [...patterns.map(([app]) => app), 'other'];

/** The app behind a User-Agent; of a very long one the beginning decides. */
export function toApp(userAgent: string | undefined): string {
  const text = userAgent?.slice(0, 512) ?? '';
  return patterns.find(([, words]) => words.test(text))?.[0] ?? 'other';
}
