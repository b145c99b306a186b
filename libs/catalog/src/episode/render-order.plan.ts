import { pickText, toLanguage } from '#libs/kernel';
import type { RenderOrder } from '#libs/media';
import type { Show } from '../show/show.entity.js';
import type { SoundWish } from '../sound/sound-order.js';
import type { EpisodeCopy } from './episode-copy.entity.js';

/** What media is to make of a recording: its sound as wished, tags in the show's language, chapters and cover as they are at this moment. */
export function toRenderOrder(
  recordingId: string,
  show: WordsOfShow,
  copy: WordsOfCopy,
  releaseAt: Date,
  wish: SoundWish,
): RenderOrder {
  return { recordingId, ...wish, ...toFileWords(show, copy, releaseAt) };
}

type WordsOfShow = Pick<Show, 'language' | 'author' | 'texts' | 'coverKey'>;
type WordsOfCopy = Pick<EpisodeCopy, 'texts' | 'number' | 'language' | 'chapters' | 'coverKey' | 'recordedOn'>;

/** What a file says of itself when it is released at `releaseAt`. */
export function toFileWords(
  show: WordsOfShow,
  copy: WordsOfCopy,
  releaseAt: Date,
): Pick<RenderOrder, 'tags' | 'chapters' | 'coverKey'> {
  const lang = toLanguage(show.language);
  const album = pickText(show.texts, lang, lang)?.title ?? '';
  const text = pickText(
    copy.texts.filter(({ title }) => title !== ''),
    lang,
    lang,
  );
  return {
    tags: {
      title: text?.title ?? album,
      artist: show.author || album,
      album,
      date: releaseAt.toISOString().slice(0, 10),
      ...(copy.number !== null && { track: String(copy.number) }),
      language: copy.language,
      ...(show.author && { publisher: show.author }),
      ...(text?.summary && { comment: text.summary }),
    },
    chapters: copy.chapters.map(({ startMs, title }) => ({ startMs, title })),
    coverKey: copy.coverKey ?? show.coverKey,
  };
}
