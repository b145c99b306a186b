import { Body, Controller, Delete, Head, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '#libs/kernel';
import { UploadsService } from '#libs/media';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { toProblem } from '../http/problem.js';
import type { ApiRequest } from '../http/request.js';
import { ReceiveService } from './receive.service.js';
import type { TusHandler } from './tus-server.js';
import { digestForm, readUploadHeaders } from './upload.form.js';

export const TUS_HANDLER = Symbol('TusHandler');

/** Resumable uploads by the tus protocol, version 1.0 (creation and termination). */
@ApiTags('uploads')
@Controller('api/v1/uploads')
@Needs('write')
export class UploadController {
  constructor(
    @Inject(ReceiveService) private readonly receive: ReceiveService,
    @Inject(UploadsService) private readonly uploads: UploadsService,
    @Inject(TUS_HANDLER) private readonly tus: TusHandler,
    @Inject(API_DEPS) private readonly deps: ApiDeps,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Announce a file; Location is where its bytes go' })
  @ApiHeader({ name: 'Upload-Length', required: true })
  @ApiHeader({
    name: 'Upload-Metadata',
    required: true,
    description: 'showId, episodeId?, purpose? (recording, piece, track), filename, filetype?, sha256?',
  })
  @ApiResponse({ status: 201, description: 'Location: /api/v1/uploads/{id}' })
  async create(@CurrentActor() actor: Actor, @Req() request: ApiRequest, @Res() reply: FastifyReply): Promise<void> {
    const upload = await this.receive.create(actor, readUploadHeaders(request.headers));
    await this.handOver(request, reply, upload.id);
  }

  @Head(':id')
  @ApiOperation({ summary: 'How many bytes are safe (Upload-Offset)' })
  @ApiResponse({ status: 200 })
  async offset(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.uploads.get(actor, id);
    await this.handOver(request, reply);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Send bytes from Upload-Offset on; one sender at a time (423)' })
  @ApiResponse({ status: 204, description: 'Upload-Offset: the bytes that are safe now' })
  async send(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.uploads.get(actor, id);
    await this.handOver(request, reply);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Give up an unfinished upload' })
  @ApiResponse({ status: 204 })
  async abandon(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.uploads.get(actor, id);
    await this.handOver(request, reply);
  }

  @Post(':id/digest')
  @HttpCode(200)
  @ApiOperation({ summary: 'Compare with the SHA-256 that the sender computed; 409 DIGEST_DIFFERS asks to send again' })
  @ApiResponse({ status: 200 })
  async digest(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Body({ schema: digestForm }) form: z.infer<typeof digestForm>,
  ): Promise<{ same: true }> {
    await this.uploads.claim(actor, id, form.sha256);
    return { same: true };
  }

  /** From here on tus answers; Nest and Fastify keep their hands off. */
  private async handOver(request: ApiRequest, reply: FastifyReply, id?: string): Promise<void> {
    reply.hijack();
    const headers = Object.entries(reply.getHeaders());
    for (const [name, value] of headers) if (value !== undefined) reply.raw.setHeader(name, value as string);
    await this.tus.handle(request.raw, reply.raw, {
      ...(id && { id }),
      toProblem: (error) => {
        const problem = toProblem(error, request.region, request.id);
        if (problem.status >= 500)
          this.deps.log.error({ requestId: request.id, reason: String(error) }, 'an upload failed');
        return problem;
      },
    });
  }
}
