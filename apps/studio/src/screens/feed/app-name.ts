import { isKey } from '#libs/messages';
import type { Words } from '../../words/words';

/** What apps call themselves. The rest of the names is words, or the code as it is. */
const names: Readonly<Record<string, string>> = {
  'podcast-index': 'Podcast Index',
  overcast: 'Overcast',
  'pocket-casts': 'Pocket Casts',
  antennapod: 'AntennaPod',
  'podcast-addict': 'Podcast Addict',
  podverse: 'Podverse',
  fountain: 'Fountain',
  truefans: 'TrueFans',
  'podcast-guru': 'Podcast Guru',
  castamatic: 'Castamatic',
  castro: 'Castro',
  downcast: 'Downcast',
  icatcher: 'iCatcher!',
  beyondpod: 'BeyondPod',
  'player-fm': 'Player FM',
  castbox: 'Castbox',
  gpodder: 'gPodder',
  kasts: 'Kasts',
  spotify: 'Spotify',
  youtube: 'YouTube',
  amazon: 'Amazon Music',
  deezer: 'Deezer',
  iheart: 'iHeart',
  tunein: 'TuneIn',
  audacy: 'Audacy',
  'listen-notes': 'Listen Notes',
  podchaser: 'Podchaser',
  feedly: 'Feedly',
  inoreader: 'Inoreader',
  newsblur: 'NewsBlur',
  nextcloud: 'Nextcloud',
  'home-assistant': 'Home Assistant',
  vlc: 'VLC',
  estrade: 'Estrade',
  'apple-podcasts': 'Apple Podcasts',
};

export function toAppName(app: string, { t }: Pick<Words, 't'>): string {
  const key = `push.app.${app}`;
  return names[app] ?? (isKey(key) ? t(key) : app);
}
