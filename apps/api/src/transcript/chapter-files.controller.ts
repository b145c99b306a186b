import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  chapterFormats,
  checkChapters,
  EpisodeDeskQuery,
  FileChaptersQuery,
  importChapters,
  toChapters,
  writeChapterList,
  writeSimpleChapters,
} from '#libs/catalog';
import { toChaptersJson } from '#libs/feeds';
import type { Actor } from '#libs/kernel';
import { isKey, type Region, t } from '#libs/messages';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, CurrentRegion, Id } from '../http/params.decorator.js';
import { checksAnswer, problemsAnswer, toChecks, toProblems } from './remarks.answer.js';
import { sendText } from './send-transcript.js';

/** A text with chapters in it, or the file that was sent. */
const importForm = z
  .strictObject({ text: z.string().max(2_000_000).optional(), from: z.literal('file').optional() })
  .refine((form) => (form.text === undefined) !== (form.from === undefined), {
    path: ['text'],
    error: 'error.field.required',
  });

const importAnswer = z
  .object({
    format: z.enum(chapterFormats),
    chapters: z.array(z.object({ startMs: z.int(), title: z.string(), url: z.string() })),
    problems: problemsAnswer,
    /** What a chapter here does not have, such as `one picture`. */
    lost: z.array(z.string()),
    checks: checksAnswer,
  })
  .meta({ id: 'ImportedChapters' });

const fileQuery = z.object({ format: z.enum(['text', 'psc', 'json']).default('text') });

/** Chapters in and out as files. Nothing is saved here: `PUT …/chapters` does that. */
@ApiTags('chapter')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/chapters')
@Needs('read')
export class ChapterFilesController {
  constructor(
    @Inject(EpisodeDeskQuery) private readonly desk: EpisodeDeskQuery,
    @Inject(FileChaptersQuery) private readonly fileChapters: FileChaptersQuery,
  ) {}

  @Post('import')
  @ApiOperation({
    summary: 'Read chapters of a list, Podlove XML, JSON, labels, a cue sheet or the sent file; save nothing',
  })
  @Answer(importAnswer)
  async import(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: importForm }) { text }: z.infer<typeof importForm>,
  ): Promise<z.infer<typeof importAnswer>> {
    const { durationMs } = await this.desk.get(actor, showId, episodeId);
    const found = text === undefined ? await this.fileChapters.get(actor, showId, episodeId) : importChapters(text);
    return {
      format: found.format,
      chapters: found.chapters,
      problems: toProblems(found.problems, region),
      lost: found.lost.flatMap(({ what, n }) => {
        const key = `studio.chapters.lost.${what}`;
        return isKey(key) ? [t(region, key, { n })] : [];
      }),
      checks: toChecks(checkChapters(found.chapters, durationMs), region),
    };
  }

  @Get('checks')
  @ApiOperation({ summary: 'What platforms want of the working chapters' })
  @Answer(checksAnswer)
  async checks(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<z.infer<typeof checksAnswer>> {
    const { working, durationMs } = await this.desk.get(actor, showId, episodeId);
    return toChecks(checkChapters(toChapters(working), durationMs), region);
  }

  @Get('file')
  @ApiOperation({ summary: 'The working chapters as a list, as Podlove Simple Chapters or as JSON chapters' })
  async file(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Query({ schema: fileQuery }) { format }: z.infer<typeof fileQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const chapters = toChapters((await this.desk.get(actor, showId, episodeId)).working);
    switch (format) {
      case 'text':
        return sendText(reply, writeChapterList(chapters), { type: 'text/plain', name: 'chapters.txt' });
      case 'psc':
        return sendText(reply, writeSimpleChapters(chapters), { type: 'application/xml', name: 'chapters.psc.xml' });
      case 'json': {
        const json = JSON.stringify(toChaptersJson(chapters), null, 2);
        return sendText(reply, json, { type: 'application/json+chapters', name: 'chapters.json' });
      }
    }
  }
}
