import { otherLang } from '../site/site.js';
import type { PlayerView } from './player.view.js';

/** The element that plays, in a box that keeps its place. Of sound nothing is fetched before Play (`ux:V-07`). */
export function Media({ view }: { view: PlayerView }) {
  const { film, reader } = view;
  const at = view.startAt > 0 ? `#t=${view.startAt}${view.endAt ? `,${view.endAt}` : ''}` : '';
  const lang = otherLang(reader, view.language);
  if (!film) return <audio controls preload="none" src={view.source + at} lang={lang} data-media="" />;
  return (
    <div className="screen">
      <video
        controls
        playsInline
        preload="metadata"
        src={film.source + at}
        // The frame of the moment is seen instead of the picture (`ux:V-06`).
        poster={at ? undefined : film.poster}
        lang={lang}
        // Without it a frame that has no origin of its own may not read captions (`ux:K-31`).
        crossOrigin={film.captions.length > 0 ? 'anonymous' : undefined}
        data-media=""
      >
        {film.captions.map((caption) => (
          <track key={caption.lang} kind="captions" src={caption.source} srcLang={caption.lang} label={caption.label} />
        ))}
      </video>
    </div>
  );
}

/** The position as a slider with words (`ux:V-02`); it appears with the script. */
export function Seek({ view }: { view: PlayerView }) {
  return (
    <input
      type="range"
      min={0}
      max={Math.round(view.durationMs / 1000)}
      step={1}
      defaultValue={0}
      aria-label={view.reader.t('public.position')}
      data-seek=""
      hidden
    />
  );
}
