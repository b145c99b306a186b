import type { EpisodeView } from '#libs/catalog';
import type { Reader, Site } from '../site/site.js';
import { episodeAddress } from './episode-address.js';

/** On paper only, in the player's place: where the sound is, to be read or to be scanned (`ux` 3.11). Fetched when it is printed. */
export function OnPaper({ site, reader, episode }: { site: Site; reader: Reader; episode: EpisodeView }) {
  const { addresses } = site;
  const address = episodeAddress(addresses, episode, reader.lang);
  return (
    <div className="on-paper">
      {site.isStatic ? null : (
        <img
          src={`${addresses.path(addresses.embedCode(episode.id))}?lang=${reader.lang}`}
          width={120}
          height={120}
          loading="lazy"
          alt=""
        />
      )}
      <p>
        <b>{reader.t('public.listenAt')}</b>
        <br />
        {address.replace(/^https?:\/\//, '')}
      </p>
    </div>
  );
}
