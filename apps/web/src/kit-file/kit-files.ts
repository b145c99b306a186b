import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Episode, type GuestLink, HighlightsQuery, takesPart } from '#libs/catalog';
import { KitPieces, KitQuery, noItem, type PieceOfKit, planKitZip, streamZip, wordsOf, zipName } from '#libs/sharing';
import { Not } from 'typeorm';
import { guestHeaders } from '../guest-link/guest-headers.js';
import type { RecordingServer } from '../media/recording-server.js';
import type { WebDeps } from '../web.deps.js';

/** What browsers may show by themselves; all else is saved, so that nothing of it runs on our address. */
const shown = ['image/png', 'image/jpeg', 'audio/mpeg', 'video/mp4'];

/** The files of a guest's kit: found, and sent by byte range. */
export class KitFiles {
  private readonly pieces: KitPieces;
  private readonly kits: KitQuery;
  private readonly highlights: HighlightsQuery;

  constructor(
    private readonly deps: Pick<WebDeps, 'dataSource' | 'clock' | 'addresses' | 'storage'>,
    private readonly recordings: RecordingServer,
  ) {
    this.pieces = new KitPieces(deps.dataSource);
    this.kits = new KitQuery(deps.dataSource, deps.clock);
    this.highlights = new HighlightsQuery(deps.dataSource);
  }

  /** A piece of this guest's kit that is there; what was refused since is not, nor anything of who has withdrawn, whoever still has its address (`ux` 2.14, 5). */
  async find(link: GuestLink, pieceId: string): Promise<PieceOfKit | undefined> {
    if (!(await this.isOpen(link))) return undefined;
    const piece = (await this.pieces.ofLink(link.id)).find(({ id }) => id === pieceId);
    return piece?.key && (await this.isAllowed(piece)) ? piece : undefined;
  }

  async send(request: FastifyRequest, reply: FastifyReply, piece: PieceOfKit): Promise<void> {
    const { key, mime, bytes, inputHash, fileName } = piece;
    const manner = shown.includes(mime) ? 'inline' : 'attachment';
    reply.header('content-disposition', `${manner}; filename="${fileName}"`);
    const file = { key: key!, mime, bytes, durationMs: 0, bitrate: 0, sha256: inputHash };
    await this.recordings.sendFile(request, reply, { cacheControl: guestHeaders['cache-control'] }, file);
  }

  /** Of everything that is ready; undefined while nothing is. */
  async zip(link: GuestLink): Promise<{ name: string; stream(): Promise<Readable> } | undefined> {
    const view = (await this.isOpen(link)) ? await this.kits.ofLink(link) : undefined;
    if (!view) return undefined;
    const ready = (await this.pieces.ofLink(link.id)).filter(({ key }) => key !== null);
    const allowed = await Promise.all(ready.map((piece) => this.isAllowed(piece)));
    const pieces = ready.filter((_, i) => allowed[i]);
    if (pieces.length === 0) return undefined;
    const entries = planKitZip(this.deps.addresses, view, pieces);
    return { name: zipName(view), stream: () => streamZip(this.deps.storage, entries) };
  }

  /** Nothing is passed on by who has withdrawn, nor of an episode that was. */
  private async isOpen({ state, episodeId }: GuestLink): Promise<boolean> {
    return (
      takesPart(state) &&
      (await this.deps.dataSource.getRepository(Episode).existsBy({ id: episodeId, state: Not('withdrawn') }))
    );
  }

  private async isAllowed(piece: PieceOfKit): Promise<boolean> {
    if (piece.itemId === noItem) return true;
    // Until it is made anew a file says what it said before.
    const words = wordsOf(piece) ?? (piece.state === 'ready' ? undefined : piece.lang || undefined);
    return this.highlights.isApproved(piece.itemId, words);
  }
}
