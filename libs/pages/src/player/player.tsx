import type { ChapterView, TimeLinks } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import type { Key } from '#libs/messages';
import type { Reader } from '../site/site.js';
import { otherLang } from '../site/site.js';
import { Icon } from './icon.js';
import { Waveform } from './waveform.js';

interface Props {
  reader: Reader;
  episodeId: string;
  title: string;
  artist: string;
  /** Path of a square picture for the system's media controls. */
  artwork: string | undefined;
  /** Path of the published file. */
  source: string;
  mime: string;
  durationMs: number;
  /** Seconds: where it begins, also without any script (`?t=`). */
  startAt: number;
  timeLinks: TimeLinks | null;
  peaks: readonly number[];
  chapters: readonly ChapterView[];
  /** Spoken language, which is also the chapters'. */
  language: string;
}

/** Words that the script says; filled in on the server so that the script knows no language. */
const scriptWords = {
  play: 'public.play',
  pause: 'public.pause',
  position: 'public.positionText',
  positionChapter: 'public.positionChapter',
  resumeAt: 'public.resumeAt',
  startsAt: 'public.startsAt',
  errorOffline: 'public.errorOffline',
  errorMissing: 'public.errorMissing',
  errorDecode: 'public.errorDecode',
} as const satisfies Record<string, Key>;

/**
 * The player: the browser's own audio element, which plays before and without any script, and our controls, hidden
 * until the script that works them has taken over (`ux` 3.9). Nothing is fetched before Play (`ux:V-07`).
 */
export function Player(props: Props) {
  const { reader, chapters } = props;
  return (
    <section
      className="player"
      aria-label={reader.t('public.player', { title: props.title })}
      data-player={props.episodeId}
    >
      <div className="wave">
        <Waveform peaks={props.peaks} chapters={chapters} durationMs={props.durationMs} />
        <input
          type="range"
          min={0}
          max={Math.round(props.durationMs / 1000)}
          step={1}
          defaultValue={0}
          aria-label={reader.t('public.position')}
          data-seek=""
          hidden
        />
      </div>
      <audio
        controls
        preload="none"
        src={props.startAt > 0 ? `${props.source}#t=${props.startAt}` : props.source}
        lang={otherLang(reader, props.language)}
      />
      <Controls reader={reader} hasChapters={chapters.length > 0} durationMs={props.durationMs} />
      <p className="said" role="status" data-said="" />
      <script type="application/json" data-about="" dangerouslySetInnerHTML={{ __html: about(props) }} />
    </section>
  );
}

function Controls({ reader, hasChapters, durationMs }: { reader: Reader; hasChapters: boolean; durationMs: number }) {
  const { t } = reader;
  return (
    <div className="controls" data-controls="" hidden>
      <button type="button" className="play" aria-label={t('public.play')} data-play="">
        <Icon name="play" className="when-paused" />
        <Icon name="pause" className="when-playing" />
      </button>
      <p className="times">
        <span data-now="">0:00</span>
        <span>{formatTimeCode(durationMs)}</span>
      </p>
      <div className="tools">
        <button type="button" aria-label={t('public.back15')} data-skip="-15">
          −15
        </button>
        <button type="button" aria-label={t('public.forward15')} data-skip="15">
          +15
        </button>
        {hasChapters ? (
          <>
            <button type="button" aria-label={t('public.previousChapter')} data-chapter="-1">
              <Icon name="previous" />
            </button>
            <button type="button" aria-label={t('public.nextChapter')} data-chapter="1">
              <Icon name="next" />
            </button>
          </>
        ) : null}
        <label>
          <span className="sr">{t('public.speed')}</span>
          <select data-speed="" defaultValue="1">
            {['0.8', '1', '1.2', '1.4', '1.6', '1.8', '2'].map((speed) => (
              <option key={speed} value={speed}>{`${speed.replace('.', reader.lang === 'fr' ? ',' : '.')}×`}</option>
            ))}
          </select>
        </label>
        <label className="volume">
          <span className="sr">{t('public.volume')}</span>
          <input type="range" min={0} max={1} step={0.05} defaultValue={1} data-volume="" />
        </label>
        <Keys reader={reader} hasChapters={hasChapters} />
      </div>
      <p className="resume" data-resume="" hidden>
        <span data-resume-text="" />
        <button type="button" data-forget="">
          {t('public.fromStart')}
        </button>
      </p>
    </div>
  );
}

/** The list of keys, and the switch that turns them off (`ux:V-01`, WCAG 2.1.4). */
function Keys({ reader, hasChapters }: { reader: Reader; hasChapters: boolean }) {
  const { t } = reader;
  const rows: [string, Key][] = [
    ['K', 'public.keyPlay'],
    ['J L', 'public.keySeek'],
    ['↑ ↓', 'public.keyVolume'],
    ['< >', 'public.keySpeed'],
    ['0–9', 'public.keyJump'],
    ...(hasChapters ? [['⇧N ⇧P', 'public.keyChapter'] as [string, Key]] : []),
    ['M', 'public.keyMute'],
  ];
  return (
    <details className="keys">
      <summary>{t('public.keys')}</summary>
      <div>
        <label>
          <input type="checkbox" defaultChecked data-keys="" /> {t('public.keysOn')}
        </label>
        <dl>
          {rows.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

/** Nothing, as long as no release ever had other times. Seconds, as everything that the script reads. */
function toLinkData(links: TimeLinks | null): Record<string, unknown> {
  if (!links || links.older.length === 0) return {};
  const older = links.older.map(({ revisions, spans }) => [
    revisions,
    spans.map(({ fromMs, toMs, lengthMs }) => [fromMs / 1000, toMs / 1000, lengthMs / 1000]),
  ]);
  return { links: { first: links.first, version: links.version, older } };
}

/** What the script must know, as a data block: `<` is escaped, so no title can end it. */
function about(props: Props): string {
  const { t } = props.reader;
  const marks = { position: '{position}', duration: '{duration}', number: '{number}', title: '{title}' };
  return JSON.stringify({
    id: props.episodeId,
    title: props.title,
    artist: props.artist,
    artwork: props.artwork,
    seconds: Math.round(props.durationMs / 1000),
    chapters: props.chapters.map(({ startMs, title }) => [startMs / 1000, title]),
    ...toLinkData(props.timeLinks),
    words: Object.fromEntries(Object.entries(scriptWords).map(([name, key]) => [name, t(key, marks)])),
  }).replace(/</g, '\\u003c');
}
