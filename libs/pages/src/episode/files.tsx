import { type EpisodeFile, type EpisodeView, isPictureKind } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { formatBytes } from '#libs/messages';
import { Picture } from '../site/image.js';
import type { Reader, Site } from '../site/site.js';
import { Words } from '../site/words.js';

/** Slides, documents and pictures beside the sound, each with what it is and how large. */
export function Files({ site, reader, episode }: { site: Site; reader: Reader; episode: EpisodeView }) {
  if (episode.files.length === 0) return null;
  return (
    <section className="block" aria-labelledby="files">
      <h2 id="files">{reader.t('episode.files')}</h2>
      <ul className="files">
        {episode.files.map((file) => (
          <FileRow key={file.id} site={site} reader={reader} episode={episode} file={file} />
        ))}
      </ul>
    </section>
  );
}

function FileRow(props: { site: Site; reader: Reader; episode: EpisodeView; file: EpisodeFile }) {
  const { site, reader, episode, file } = props;
  const { addresses } = site;
  const label = pickText(file.labels, reader.lang, toLanguage(episode.showLanguage));
  const kind = reader.t('episode.fileKind', { kind: file.kind });
  return (
    <li>
      <a href={addresses.path(addresses.episodeFile(episode.id, file.id, file.name))} download={file.name}>
        {file.previewKey ? (
          <Picture addresses={addresses} imageKey={file.previewKey} size={56} alt="" />
        ) : (
          <Sheet kind={isPictureKind(file.kind) ? 'IMG' : file.kind === 'odp' ? 'ODP' : file.kind.toUpperCase()} />
        )}
        <span>
          <Words reader={reader} lang={label?.lang ?? reader.lang} className="file-name">
            {label?.text ?? file.name}
          </Words>
          <span className="under">
            {reader.t('episode.fileLabel', { kind, size: formatBytes(reader.region, file.bytes) })}
          </span>
        </span>
      </a>
    </li>
  );
}

/** A sheet with the letters of its kind, where there is no picture to show. */
function Sheet({ kind }: { kind: string }) {
  return (
    <svg className="file-sheet" viewBox="0 0 56 56" width={56} height={56} aria-hidden="true">
      <path d="M14 4.5h20L43.5 14v37.5h-29.5z" />
      <path d="M34 4.5V14h9.5" />
      <text x="28.5" y="40" textAnchor="middle">
        {kind}
      </text>
    </svg>
  );
}
