import { type ClipView, EmbeddableQuery, HighlightsQuery } from '#libs/catalog';
import { isId, type Language, pickText } from '#libs/kernel';
import type { TeaserPageView } from '#libs/pages';
import { type ClipFile, ClipFiles } from '#libs/sharing';
import type { WebDeps } from '../web.deps.js';

/** A clip should be about as long as this, and never longer than twice that (`ux:K-15`). */
const wantedMs = 30_000;

/** The one clip of an announced episode that may be heard before its release: approved, and approved for the page. */
export class AnnouncedClips {
  private readonly highlights: HighlightsQuery;
  private readonly files: ClipFiles;
  private readonly episodes: EmbeddableQuery;

  constructor(private readonly deps: Pick<WebDeps, 'dataSource' | 'clock' | 'addresses'>) {
    const { dataSource, clock } = deps;
    this.highlights = new HighlightsQuery(dataSource);
    this.files = new ClipFiles(dataSource);
    this.episodes = new EmbeddableQuery(dataSource, clock);
  }

  /** For the page before the release. */
  async of(episodeId: string, lang: Language): Promise<TeaserPageView['clip']> {
    const found = await this.choose(episodeId);
    if (!found) return undefined;
    const { clip, file } = found;
    const { addresses } = this.deps;
    const text = pickText(clip.texts, lang, clip.language);
    return {
      source: addresses.path(addresses.clipSound(episodeId, file.id)),
      title: text?.title ?? '',
      lang: text?.lang ?? clip.language,
      durationMs: clip.endMs - clip.startMs,
    };
  }

  /** The file behind that page's address; undefined as soon as it may not be heard any more, and after the release. */
  async find(episodeId: string, pieceId: string): Promise<ClipFile | undefined> {
    if (!isId(episodeId) || (await this.episodes.byId(episodeId)).kind !== 'announced') return undefined;
    const file = (await this.choose(episodeId))?.file;
    return file?.id === pieceId ? file : undefined;
  }

  private async choose(episodeId: string): Promise<{ clip: ClipView; file: ClipFile } | undefined> {
    const { clips } = await this.highlights.ofEpisode(episodeId, 'working');
    const short = clips.filter(({ uses, startMs, endMs }) => uses.page && endMs - startMs <= 2 * wantedMs);
    if (short.length === 0) return undefined;
    const sounds = (await this.files.ofEpisode(episodeId)).filter(({ kind, key }) => kind === 'clip-audio' && key);
    const heard = short.flatMap((clip) => {
      const file = sounds.find(({ clipId }) => clipId === clip.id);
      return file ? [{ clip, file }] : [];
    });
    const off = ({ clip }: { clip: ClipView }) => Math.abs(clip.endMs - clip.startMs - wantedMs);
    return heard.sort((a, b) => off(a) - off(b))[0];
  }
}
