import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileView } from '#libs/catalog';
import { isId } from '#libs/kernel';
import { parseRange } from '#libs/storage';
import { matchesEtag } from '../page/encoded.js';
import type { WebDeps } from '../web.deps.js';
import { allowsRange } from './if-range.js';
import { isRevisionNumber, toFile, toKind, toPart } from './published-file.js';
import type { PublishedEpisode } from './published-media.js';
import { sendHeadersOnly, sendPlain } from './send-plain.js';

/** Through which door a file is asked for: everybody's, or one that a secret opens. */
export interface MediaDoor {
  /** Undefined: there is nothing behind this door. */
  find(episodeId: string): Promise<PublishedEpisode | undefined>;
  /** What was there has expired. */
  isExpired(episodeId: string): Promise<boolean>;
  /** The address of a file behind the same door. */
  locate(episodeId: string, revision: number, file: string): string;
  cacheControl: string;
}

/** What an address names, as it was written. */
export interface FileAsked {
  episodeId: string;
  revision: string;
  file: string;
}

/** Sends recordings by byte range, of whatever door. Nothing is compressed, no cookie is set (`feed:N09`, `feed:H15`). */
export class RecordingServer {
  constructor(private readonly deps: Pick<WebDeps, 'storage' | 'clock' | 'log' | 'addresses'>) {}

  /** A film in segments: the playlist, or a part beside it. */
  async sendPart(request: FastifyRequest, reply: FastifyReply, door: MediaDoor, asked: FileAsked): Promise<void> {
    reply.headers(open);
    const { episodeId, revision, file } = asked;
    const episode = isId(episodeId) && isRevisionNumber(revision) ? await door.find(episodeId) : undefined;
    const playlist = episode && toFile(episode, Number(revision), 'hls', this.deps.clock.now());
    const part = playlist && toPart(playlist, file);
    if (!part) return this.sendAbsence(reply, door, episodeId);
    return this.sendFile(request, reply, door, part);
  }

  async sendRevision(request: FastifyRequest, reply: FastifyReply, door: MediaDoor, asked: FileAsked): Promise<void> {
    reply.headers(open);
    const { episodeId, revision, file } = asked;
    const kind = toKind(file);
    const isWellFormed = isId(episodeId) && kind && isRevisionNumber(revision);
    const episode = isWellFormed ? await door.find(episodeId) : undefined;
    const number = Number(revision);
    if (!episode?.enclosure || !kind || number > episode.enclosure.revisionNumber)
      return this.sendAbsence(reply, door, episodeId);
    const found = toFile(episode, number, kind, this.deps.clock.now());
    if (found) return this.sendFile(request, reply, door, found);
    if (number === episode.enclosure.revisionNumber)
      return sendPlain(reply, 404, 'There is no published recording here.');
    return this.sendReplaced(request, reply, door.locate(episodeId, episode.enclosure.revisionNumber, file));
  }

  /**
   * The recording was replaced long ago. A fetch from the begin is sent on to the new one; a fetch of the middle is not,
   * or bytes of two recordings would be joined (`feed:N06`).
   */
  private async sendReplaced(request: FastifyRequest, reply: FastifyReply, current: string): Promise<void> {
    const range = parseRange(request.headers.range, Number.MAX_SAFE_INTEGER);
    if (range.kind === 'part' && range.start > 0) return sendPlain(reply, 410, 'This recording was replaced.');
    const location = this.deps.addresses.path(current);
    await reply.code(302).headers({ location, 'cache-control': 'no-store' }).send();
  }

  private async sendAbsence(reply: FastifyReply, door: MediaDoor, id: string): Promise<void> {
    if (isId(id) && (await door.isExpired(id))) return sendPlain(reply, 410, 'This recording is not offered any more.');
    return sendPlain(reply, 404, 'There is no published recording here.');
  }

  /** One file of the storage, whole or in part; who may have it was asked before. */
  async sendFile(
    request: FastifyRequest,
    reply: FastifyReply,
    door: Pick<MediaDoor, 'cacheControl'>,
    file: FileView,
  ): Promise<void> {
    const { storage } = this.deps;
    const stored = await storage.stat(file.key);
    if (!stored) {
      this.deps.log.error({ key: file.key }, 'a published file is missing');
      return sendPlain(reply, 404, 'The recording is missing for the moment.');
    }
    const etag = `"${file.sha256.slice(0, 32)}"`;
    reply.headers({
      'content-type': file.mime,
      'accept-ranges': 'bytes',
      etag,
      'last-modified': stored.modifiedAt.toUTCString(),
      'cache-control': door.cacheControl,
    });
    const { headers } = request;
    const isUnchanged = headers['if-none-match']
      ? matchesEtag(headers['if-none-match'], etag)
      : Date.parse(headers['if-modified-since'] ?? '') >= Math.floor(stored.modifiedAt.getTime() / 1000) * 1000;
    if (isUnchanged) {
      await reply.code(304).send();
      return;
    }
    const range = allowsRange(headers['if-range'] as string | undefined, etag, stored.modifiedAt)
      ? parseRange(headers.range, stored.bytes)
      : ({ kind: 'whole' } as const);
    if (range.kind === 'unsatisfiable') {
      reply.header('content-range', `bytes */${stored.bytes}`).header('cache-control', 'no-store');
      return sendPlain(reply, 416, 'The recording ends before that.');
    }
    const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, stored.bytes - 1];
    reply.code(range.kind === 'part' ? 206 : 200).header('content-length', end - start + 1);
    if (range.kind === 'part') reply.header('content-range', `bytes ${start}-${end}/${stored.bytes}`);
    // A HEAD must not open the file: nobody would read it to its end.
    if (request.method === 'HEAD') return sendHeadersOnly(reply);
    await reply.send(await storage.readRange(file.key, start, end));
  }
}

/** Browser players elsewhere may play and seek (`ux` 5.2). */
const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Accept-Ranges, Content-Range, Content-Length, ETag',
  'cross-origin-resource-policy': 'cross-origin',
};
