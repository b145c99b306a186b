import { Body, Controller, Delete, Get, Headers, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '#libs/kernel';
import { ExportsService } from '#libs/transfer';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type ExportAnswer, exportAnswer, exportsAnswer, toExportAnswer } from './export.answer.js';
import { sendArchive } from './send-archive.js';

const exportForm = z.strictObject({
  /** Where the site is to be put, such as `https://podcast.example.org`. */
  baseUrl: z.string().trim().min(1).max(500),
  withOriginals: z.boolean().default(false),
  withDrafts: z.boolean().default(false),
});

/** Archives with everything of a show, for its owners. */
@ApiTags('export')
@Controller('/api/v1/shows/:showId/exports')
@Needs('admin')
export class ExportController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly exports: ExportsService,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Order an archive; the same order that is still under way is answered with' })
  @Answer(exportAnswer, 202)
  async order(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: exportForm }) form: z.infer<typeof exportForm>,
  ): Promise<ExportAnswer> {
    return toExportAnswer(await this.exports.order(actor, showId, form));
  }

  @Get()
  @ApiOperation({ summary: 'The newest twenty; an archive is kept for seven days' })
  @Answer(exportsAnswer)
  async list(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<{ items: ExportAnswer[] }> {
    return { items: (await this.exports.list(actor, showId)).map(toExportAnswer) };
  }

  @Get(':exportId')
  @Answer(exportAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('exportId') exportId: string,
  ): Promise<ExportAnswer> {
    return toExportAnswer(await this.exports.get(actor, showId, exportId));
  }

  @Get(':exportId/archive')
  @ApiOperation({ summary: 'The archive itself, by byte range' })
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 206 })
  async archive(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('exportId') exportId: string,
    @Headers('range') range: string | undefined,
    @Headers('if-range') ifRange: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.exports.file(actor, showId, exportId);
    await sendArchive(this.deps.storage, reply, file, { range, ifRange, isHead: request.method === 'HEAD' });
  }

  @Delete(':exportId')
  @Answer(undefined, 204, 'Cancelled, when it was under way.')
  async remove(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('exportId') exportId: string,
  ): Promise<void> {
    await this.exports.remove(actor, showId, exportId);
  }
}
