import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { decodeText, TranscriptDeskQuery, type TranscriptForm, TranscriptsService } from '#libs/catalog';
import { type Actor, Invalid } from '#libs/kernel';
import type { Region } from '#libs/messages';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, CurrentRegion, Id } from '../http/params.decorator.js';
import { toProblems } from './remarks.answer.js';
import { sendTranscript } from './send-transcript.js';
import {
  savedTranscriptAnswer,
  segmentsAnswer,
  toSegment,
  toTranscript,
  type TranscriptsAnswer,
  transcriptsAnswer,
} from './transcript.answer.js';
import * as form from './transcript.form.js';

/** A transcript of a working copy by its language; listeners get it with *Update*. A stale `version` answers 409. */
@ApiTags('transcript')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/transcripts')
@Needs('write')
export class TranscriptController {
  constructor(
    @Inject(TranscriptsService) private readonly transcripts: TranscriptsService,
    @Inject(TranscriptDeskQuery) private readonly desk: TranscriptDeskQuery,
  ) {}

  @Needs('read')
  @Get()
  @Answer(transcriptsAnswer)
  list(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<TranscriptsAnswer> {
    return this.answer(actor, region, showId, episodeId);
  }

  @Needs('read')
  @Get(':lang')
  @ApiOperation({ summary: 'What is said, a page of segments at a time, in the time of the present sound' })
  @Answer(segmentsAnswer)
  async segments(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Param('lang') lang: string,
    @Query({ schema: form.pageQuery }) { from, size }: z.infer<typeof form.pageQuery>,
  ): Promise<z.infer<typeof segmentsAnswer>> {
    const { isTimed, segments } = await this.desk.get(actor, showId, episodeId, lang);
    const items = segments.slice(from, from + size).map(toSegment);
    return { lang, isTimed, total: segments.length, from, items };
  }

  @Put(':lang')
  @ApiOperation({ summary: 'Save a text in any of the usual formats in place of the one there is' })
  @Answer(savedTranscriptAnswer)
  put(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Param('lang') lang: string,
    @Body({ schema: form.transcriptForm }) { version, ...given }: z.infer<typeof form.transcriptForm>,
  ): Promise<z.infer<typeof savedTranscriptAnswer>> {
    return this.save(actor, region, { showId, episodeId, lang, version }, given);
  }

  @Put(':lang/file')
  @ApiOperation({ summary: 'The same with the file as it is, up to 10 MB' })
  @ApiConsumes('application/octet-stream', 'text/vtt', 'application/x-subrip')
  @Answer(savedTranscriptAnswer)
  putFile(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Param('lang') lang: string,
    @Query({ schema: form.fileQuery }) { version, ...given }: z.infer<typeof form.fileQuery>,
    @Body() bytes: unknown,
  ): Promise<z.infer<typeof savedTranscriptAnswer>> {
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      throw new Invalid([{ path: 'text', message: 'error.field.transcript.nothing' }]);
    }
    return this.save(actor, region, { showId, episodeId, lang, version }, { ...given, text: decodeText(bytes) });
  }

  @Needs('read')
  @Get(':lang/file')
  @ApiOperation({ summary: 'The working text as a file' })
  async file(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Param('lang') lang: string,
    @Query({ schema: form.downloadQuery }) { format }: z.infer<typeof form.downloadQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendTranscript(reply, await this.desk.get(actor, showId, episodeId, lang), format);
  }

  @Patch(':lang/speakers')
  @ApiOperation({ summary: 'Say which speakers are which of the people who appear' })
  @Answer(transcriptsAnswer)
  async speakers(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Param('lang') lang: string,
    @Body({ schema: form.speakersForm }) { version, speakers }: z.infer<typeof form.speakersForm>,
  ): Promise<TranscriptsAnswer> {
    await this.transcripts.chooseSpeakers(actor, { showId, episodeId, lang, version }, speakers);
    return this.answer(actor, region, showId, episodeId);
  }

  @Post(':lang/undo')
  @ApiOperation({ summary: 'Back to what the last save replaced or removed; once more: forth again' })
  @Answer(transcriptsAnswer)
  async undo(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Param('lang') lang: string,
    @Body({ schema: form.versionForm }) { version }: z.infer<typeof form.versionForm>,
  ): Promise<TranscriptsAnswer> {
    await this.transcripts.undo(actor, { showId, episodeId, lang, version });
    return this.answer(actor, region, showId, episodeId);
  }

  @Delete(':lang')
  @Answer(transcriptsAnswer)
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Param('lang') lang: string,
    @Query({ schema: form.versionQuery }) { version }: z.infer<typeof form.versionQuery>,
  ): Promise<TranscriptsAnswer> {
    await this.transcripts.remove(actor, { showId, episodeId, lang, version });
    return this.answer(actor, region, showId, episodeId);
  }

  private async save(
    actor: Actor,
    region: Region,
    at: { showId: string; episodeId: string; lang: string; version: number },
    given: TranscriptForm,
  ): Promise<z.infer<typeof savedTranscriptAnswer>> {
    const { format, problems } = await this.transcripts.replace(actor, at, given);
    const all = await this.answer(actor, region, at.showId, at.episodeId);
    return { ...all, format, problems: toProblems(problems, region) };
  }

  private async answer(actor: Actor, region: Region, showId: string, episodeId: string): Promise<TranscriptsAnswer> {
    const { items, ...rest } = await this.desk.list(actor, showId, episodeId);
    return { ...rest, items: items.map((item) => toTranscript(item, region)) };
  }
}
