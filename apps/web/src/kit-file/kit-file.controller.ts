import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { guestHeaders } from '../guest-link/guest-headers.js';
import { GuestDoor } from '../guest-link/guest-door.js';
import { sendPlain } from '../media/send-plain.js';
import { KitFiles } from './kit-files.js';

/**
 * `/i/{secret}/kit/{piece}/{file}` and `/i/{secret}/kit.zip`: the files of one guest's kit, for the guest and for the
 * link that the guest gave to others (`ux:K-05`).
 */
@Controller('/i/:secret')
export class KitFileController {
  constructor(
    private readonly door: GuestDoor,
    private readonly files: KitFiles,
  ) {}

  @Get('kit/:piece/:file')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('piece') pieceId: string,
  ): Promise<void> {
    const visit = await this.door.open(request, reply, secret);
    if (!visit) return;
    const piece = await this.files.find(visit.link, pieceId);
    if (!piece) return sendPlain(reply, 404, 'There is no file here, or it is still being made.');
    return this.files.send(request, reply, piece);
  }

  @Get('kit.zip')
  async zip(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
  ): Promise<void> {
    const visit = await this.door.open(request, reply, secret);
    if (!visit) return;
    const zip = await this.files.zip(visit.link);
    if (!zip) return sendPlain(reply, 404, 'The first files of this kit are still being made.');
    reply.headers({
      ...guestHeaders,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${zip.name}"`,
    });
    if (request.method === 'HEAD') return void (await reply.send());
    await reply.send(await zip.stream());
  }
}
