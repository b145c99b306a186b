import { EpisodeSoundService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { RecordingsService } from '#libs/media';
import type { Region } from '#libs/messages';
import { Inject, Injectable } from '@nestjs/common';
import type { EpisodeSoundAnswer } from './episode-sound.answer.js';
import { toEpisodeSound } from './to-episode-sound.js';

/** An episode's sound as catalogue and media know it together. */
@Injectable()
export class EpisodeSounds {
  constructor(
    private readonly sound: EpisodeSoundService,
    @Inject(RecordingsService) private readonly recordings: RecordingsService,
  ) {}

  /** @throws NotFound */
  async read(actor: Actor, region: Region, showId: string, episodeId: string): Promise<EpisodeSoundAnswer> {
    const desk = await this.sound.get(actor, showId, episodeId);
    const recording = desk.recordingId ? await this.recordings.get(actor, desk.recordingId) : null;
    return toEpisodeSound(desk, recording, { showId, episodeId }, region);
  }

  /** @throws NotFound, RecordingMissing */
  recordingOf(actor: Actor, showId: string, episodeId: string): Promise<string> {
    return this.sound.recordingOf(actor, showId, episodeId);
  }
}
