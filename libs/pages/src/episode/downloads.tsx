import type { EpisodeView } from '#libs/catalog';
import { formatBytes } from '#libs/messages';
import { languageName, type Reader, type Site } from '../site/site.js';
import { enclosureAddress, episodeText } from './episode-address.js';

interface Download {
  href: string;
  name: string;
  label: string;
  size?: string;
}

/** The files to take along, each with its size; with a film also its captions. */
export function Downloads({ site, reader, episode }: { site: Site; reader: Reader; episode: EpisodeView }) {
  const files = downloadsOf(site, reader, episode);
  if (files.length === 0) return null;
  return (
    <section className="downloads" aria-labelledby="downloads">
      <h2 id="downloads">{reader.t('episode.downloads')}</h2>
      <ul className="lines">
        {files.map(({ href, name, label, size }) => (
          <li key={href}>
            <a href={site.addresses.path(href)} download={name}>
              {label}
            </a>
            {size ? <span className="soft"> {size}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function downloadsOf({ addresses, isStatic }: Site, reader: Reader, episode: EpisodeView): Download[] {
  const { enclosure } = episode;
  const source = enclosureAddress(addresses, episode);
  if (!enclosure || !source) return [];
  const { t } = reader;
  const base = episodeText(episode, reader.lang)?.slug ?? episode.showSlug;
  const films = enclosure.alternates.filter(({ kind }) => kind === 'video');
  const texts = films.length > 0 && !isStatic ? episode.transcripts.filter(({ isTimed }) => isTimed) : [];
  const size = (bytes: number) => formatBytes(reader.region, bytes);
  const isSound = enclosure.mime.startsWith('audio/');
  return [
    {
      href: source,
      name: `${base}.${source.slice(source.lastIndexOf('.') + 1)}`,
      label: t(isSound ? 'episode.downloadSound' : 'episode.downloadVideo'),
      size: size(enclosure.bytes),
    },
    ...films.map((film) => ({
      href: addresses.alternateOf(episode, film),
      name: `${base}.mp4`,
      label: t('episode.downloadVideo'),
      size: size(film.bytes),
    })),
    ...texts.map(({ lang }) => ({
      href: addresses.transcript(episode.id, lang, 'vtt'),
      name: `${base}.${lang}.vtt`,
      label: t('episode.downloadText', { language: languageName(reader, lang) }),
    })),
  ];
}
