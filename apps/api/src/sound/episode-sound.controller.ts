import { Body, Controller, Delete, Get, Inject, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { EpisodeSoundService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { RevisionsService, TracksService, WaveformsService } from '#libs/media';
import type { Region } from '#libs/messages';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, CurrentRegion, Id } from '../http/params.decorator.js';
import { type EpisodeSoundAnswer, episodeSoundAnswer, type PeaksAnswer, peaksAnswer } from './episode-sound.answer.js';
import { EpisodeSounds } from './episode-sounds.js';
import { episodeSoundForm, peaksQuery, rollbackForm, trackForm } from './sound.form.js';

/**
 * An episode's sound: what is wanted of it, and its versions. Listeners get another version with *Update* only. A stale
 * `version` answers 409 with both values.
 */
@ApiTags('sound')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/sound')
@Needs('write')
export class EpisodeSoundController {
  constructor(
    private readonly sounds: EpisodeSounds,
    private readonly settings: EpisodeSoundService,
    @Inject(RevisionsService) private readonly revisions: RevisionsService,
    @Inject(TracksService) private readonly tracks: TracksService,
    @Inject(WaveformsService) private readonly waveforms: WaveformsService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(episodeSoundAnswer)
  get(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeSoundAnswer> {
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Put()
  @ApiOperation({ summary: 'Save what is wanted; nothing is rendered' })
  @Answer(episodeSoundAnswer)
  async save(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: episodeSoundForm }) form: z.infer<typeof episodeSoundForm>,
  ): Promise<EpisodeSoundAnswer> {
    await this.settings.save(actor, showId, episodeId, form);
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Post('renders')
  @ApiOperation({ summary: 'Make the next version as saved' })
  @Answer(episodeSoundAnswer, 202)
  async render(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeSoundAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    await this.revisions.render(actor, recordingId, { origin: 'order', urgency: 'now' });
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Post('original')
  @ApiOperation({ summary: 'Make the next version from the recording as it was sent: nothing repaired, cut or added' })
  @Answer(episodeSoundAnswer, 202)
  async original(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeSoundAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    await this.revisions.render(actor, recordingId, { origin: 'original', urgency: 'now' });
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Post('rollback')
  @ApiOperation({ summary: 'Take back the files of an older version, at once' })
  @Answer(episodeSoundAnswer)
  async rollBack(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: rollbackForm }) { revisionId }: z.infer<typeof rollbackForm>,
  ): Promise<EpisodeSoundAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    await this.revisions.rollBack(actor, recordingId, revisionId);
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Post('tags')
  @ApiOperation({ summary: 'Copy the file with the title, chapters and cover of now; the sound stays as it is' })
  @Answer(episodeSoundAnswer, 202)
  async retag(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeSoundAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    await this.revisions.retag(actor, recordingId);
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Patch('tracks/:trackId')
  @ApiOperation({ summary: 'Let a further track begin later, and measure the mix anew' })
  @Answer(episodeSoundAnswer, 202)
  async delayTrack(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('trackId') trackId: string,
    @Body({ schema: trackForm }) { delayMs }: z.infer<typeof trackForm>,
  ): Promise<EpisodeSoundAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    await this.tracks.delay(actor, recordingId, `original/${trackId}`, delayMs);
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Delete('tracks/:trackId')
  @ApiOperation({ summary: 'Take a further track out of the mix, and measure it anew' })
  @Answer(episodeSoundAnswer, 202)
  async removeTrack(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('trackId') trackId: string,
  ): Promise<EpisodeSoundAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    await this.tracks.remove(actor, recordingId, `original/${trackId}`);
    return this.sounds.read(actor, region, showId, episodeId);
  }

  @Needs('read')
  @Get('peaks')
  @ApiOperation({ summary: 'The waveform to zoom into, of one version or of the newest that has it' })
  @Answer(peaksAnswer)
  async peaks(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Query({ schema: peaksQuery }) { which, revision }: z.infer<typeof peaksQuery>,
  ): Promise<PeaksAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    const { bucketsPerSecond, durationMs, peaks } = await this.waveforms.read(actor, recordingId, which, revision);
    return { bucketsPerSecond, durationMs, peaks: peaks.toString('base64') };
  }
}
