import type { EpisodeView } from '#libs/catalog';
import { formatDuration } from '#libs/messages';
import { languageName, type Reader } from '../site/site.js';

/** What a listener would call it. */
export function kindOf(episode: EpisodeView): 'interview' | 'talk' | 'trailer' | 'bonus' | 'episode' {
  if (episode.type !== 'full') return episode.type;
  if (episode.event) return 'talk';
  return episode.appearances.some((a) => a.role === 'guest') ? 'interview' : 'episode';
}

/** `Entretien en anglais · 45 min · transcription`: what it is, in which language, how long, whether it can be read (`ux` L-01, L-02). */
export function kindLine(reader: Reader, episode: EpisodeView): string {
  const kind = reader.t('public.kindIn', { kind: kindOf(episode), language: languageName(reader, episode.language) });
  const duration = episode.enclosure ? formatDuration(reader.region, episode.enclosure.durationMs) : undefined;
  const line = duration ? reader.t('public.kindLasts', { kind, duration }) : kind;
  return episode.transcripts.length > 0 ? reader.t('episode.withTranscript', { line }) : line;
}
