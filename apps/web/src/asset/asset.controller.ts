import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LoadedAssets } from '#libs/pages';
import { Encoded } from '../page/encoded.js';
import { PageServer, sendEncoded } from '../page/page-server.js';
import { ASSETS } from '../web.tokens.js';

const forEver = 'public, max-age=31536000, immutable';
const aDay = 'public, max-age=86400';

/** Fonts, scripts and icons, all in memory. What lies under `/assets/` has its hash in its name and may be kept for ever. */
@Controller()
export class AssetController {
  private readonly files: Map<string, Encoded>;

  constructor(
    @Inject(ASSETS) assets: LoadedAssets,
    private readonly pages: PageServer,
  ) {
    this.files = new Map(
      assets.files.map((file) => [
        file.path,
        new Encoded(file.bytes, {
          'content-type': file.mime,
          // A picture opened on its own may show its own style and nothing else.
          'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'`,
        }),
      ]),
    );
  }

  @Get(['/assets/*', '/favicon.ico', '/favicon.svg', '/apple-touch-icon.png'])
  async asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?')[0]!;
    const file = this.files.get(path);
    if (!file) return this.pages.sendProblem(request, reply, 'notFound');
    const isCompressed = /^(font|image\/(png|x-icon|vnd))/.test(file.headers['content-type']!);
    if (isCompressed) delete request.headers['accept-encoding'];
    return sendEncoded(request, reply, file, 200, path.startsWith('/assets/') ? forEver : aDay);
  }
}
