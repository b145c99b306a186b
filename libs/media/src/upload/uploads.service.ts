import { EmptyFile } from '#libs/ffmpeg';
import { type Actor, type Clock, newId, NotFound } from '#libs/kernel';
import { announce, notify } from '#libs/database';
import { DiskFull, type Storage } from '#libs/storage';
import type { DataSource, EntityManager } from 'typeorm';
import { In, LessThan, Not } from 'typeorm';
import { type ProgressMessage, progressChannel } from '../recording/recording.facts.js';
import { findBase } from '../recording/next-revision.js';
import { Revision } from '../recording/revision.entity.js';
import { addRevision, failRevision } from '../recording/revision.writes.js';
import { toShownFileName } from './file-name.js';
import { hashFile } from './hash.js';
import type { Staging } from './staging.js';
import { Upload, type UploadPurpose } from './upload.entity.js';
import { DigestDiffers, QuotaExceeded, TooManyTracks, UploadTooLarge, UploadUnfinished } from './upload.error.js';
import { type UploadFinished, uploadFinished } from './upload.facts.js';
import { checkMaySend } from './upload.policy.js';

/** What is known of a file before its first byte. */
export interface UploadForm {
  /** The show. */
  readonly scope: string;
  readonly recordingId: string;
  readonly userId: string | null;
  /** Default: a recording. */
  readonly purpose?: UploadPurpose;
  readonly fileName: string;
  readonly totalBytes: number;
  /** SHA-256 in hex, when the sender knows it already. */
  readonly claimedSha256?: string | null;
}

export interface UploadLimits {
  readonly fileBytes: number;
  /** Over all files that the instance keeps or has promised to take. */
  readonly quotaBytes: number;
  readonly expireHours: number;
  /** Left free on the disk for everything else. */
  readonly reserveBytes: number;
}

const hour = 3_600_000;
/** Of one recording, the original too: each is one more file that every decode and every render holds open. */
const mostTracks = 16;
/** One creation at a time, so that two together cannot exceed the quota. */
const creationLock = 73_914;

/** Files on their way in: what may come, how far it is, and what becomes of it when it is whole. */
export class UploadsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly staging: Staging,
    private readonly limits: UploadLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Promises room for a file, inside the caller's transaction.
   * @throws NotFound, Forbidden, EmptyFile, UploadTooLarge, TooManyTracks, QuotaExceeded, DiskFull
   */
  async create(manager: EntityManager, actor: Actor, form: UploadForm): Promise<Upload> {
    checkMaySend(actor, form.scope);
    if (form.totalBytes === 0) throw new EmptyFile();
    if (form.totalBytes > this.limits.fileBytes) throw new UploadTooLarge(form.totalBytes, this.limits.fileBytes);
    await this.staging.prepare();
    await manager.query('select pg_advisory_xact_lock($1)', [creationLock]);
    await this.refuseWithoutRoom(manager, form.totalBytes);
    if (form.purpose === 'track') await refuseMoreTracks(manager, form.recordingId);
    const id = newId(this.clock.now().getTime());
    return manager.save(Upload, {
      ...{ id, scope: form.scope, recordingId: form.recordingId, userId: form.userId, state: 'receiving' as const },
      purpose: form.purpose ?? 'recording',
      ...{ fileName: toShownFileName(form.fileName), totalBytes: form.totalBytes, receivedBytes: 0 },
      ...{ key: `original/${id}`, sha256: null, claimedSha256: form.claimedSha256?.toLowerCase() ?? null },
      expiresAt: this.expiry(),
    });
  }

  /** @throws NotFound for an upload that is not there or belongs to a show that the actor does not know. */
  async get(actor: Actor, id: string): Promise<Upload> {
    const upload = await this.dataSource.manager.findOneBy(Upload, { id });
    if (!upload) throw new NotFound('This upload');
    checkMaySend(actor, upload.scope);
    return upload;
  }

  find(id: string): Promise<Upload | null> {
    return this.dataSource.manager.findOneBy(Upload, { id });
  }

  /** Notes how many bytes are safe, tells whoever shows progress, and puts off the expiry. */
  async touch(id: string, receivedBytes: number): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.update(
        Upload,
        { id, state: 'receiving' },
        { receivedBytes, expiresAt: this.expiry() },
      );
      const upload = affected ? await manager.findOneByOrFail(Upload, { id }) : null;
      if (upload) await notify(manager, progressChannel, toMessage(upload));
    });
  }

  /**
   * Takes a whole file over into the storage and starts the work on it. Running it twice, or again after a
   * crash between any two lines, changes nothing. The caller holds the upload's lock.
   * @throws UploadUnfinished, or what the storage throws: the bytes stay staged and it is tried again.
   */
  async finish(id: string, sha256?: string): Promise<void> {
    const upload = await this.find(id);
    if (upload?.state !== 'receiving') return;
    const stored = await this.takeOver(upload, sha256);
    const isRefused = await this.dataSource.transaction(async (manager) => {
      const row = await manager.findOne(Upload, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (row?.state !== 'receiving') return false;
      const differs = row.claimedSha256 !== null && row.claimedSha256 !== stored;
      const state = differs ? ('refused' as const) : ('finished' as const);
      await manager.update(Upload, { id }, { state, sha256: stored, receivedBytes: row.totalBytes });
      if (!differs) await this.startWork(manager, { ...row, sha256: stored });
      await notify(manager, progressChannel, toMessage(row));
      return differs;
    });
    if (isRefused) await this.storage.delete(upload.key);
    await this.staging.remove(id);
  }

  /**
   * Compares with what the browser read. A difference stops the work on the file and asks to send it again; finished
   * work, which may be published, is left alone.
   * @throws UploadUnfinished, DigestDiffers
   */
  async claim(actor: Actor, id: string, claimedSha256: string): Promise<void> {
    const upload = await this.get(actor, id);
    const claimed = claimedSha256.toLowerCase();
    await this.dataSource.manager.update(Upload, { id }, { claimedSha256: claimed });
    if (upload.sha256 === null) throw new UploadUnfinished(upload.receivedBytes, upload.totalBytes);
    if (upload.sha256 === claimed) return;
    await this.dataSource.transaction(async (manager) => {
      await manager.update(Upload, { id }, { state: 'refused' });
      for (const { id: revisionId } of await findUnfinished(manager, upload))
        await failRevision(manager, revisionId, new DigestDiffers(), this.clock.now());
    });
    throw new DigestDiffers();
  }

  /** Gives up an unfinished file on the sender's wish. The caller holds the upload's lock. */
  async abandon(id: string): Promise<void> {
    await this.dataSource.manager.update(Upload, { id, state: 'receiving' }, { state: 'expired' });
    await this.staging.remove(id);
  }

  /** Ends the uploads that nobody went on with, and frees their room. Returns how many. */
  async expire(): Promise<number> {
    const { manager } = this.dataSource;
    const old = await manager.findBy(Upload, { state: 'receiving', expiresAt: LessThan(this.clock.now()) });
    for (const { id } of old) {
      // Only if it is still as old: it may have gone on in this moment.
      const still = { id, state: 'receiving' as const, expiresAt: LessThan(this.clock.now()) };
      const { affected } = await manager.update(Upload, still, { state: 'expired' });
      if (affected) await this.staging.remove(id);
    }
    return old.length;
  }

  /** Whole files whose taking over was interrupted, for the sweep of the process that receives. */
  async listUnfinishedWhole(): Promise<string[]> {
    const receiving = await this.dataSource.manager.findBy(Upload, { state: 'receiving' });
    const whole = await Promise.all(
      receiving.map(async ({ id, totalBytes, key }) => {
        const size = await this.staging.size(id);
        return size === totalBytes || (size === 0 && (await this.storage.stat(key))?.bytes === totalBytes) ? id : null;
      }),
    );
    return whole.filter((id) => id !== null);
  }

  /** Removes staged files that no receiving upload owns: what a crash left between two steps. */
  async collectStaged(): Promise<void> {
    const staged = await this.staging.list();
    if (staged.length === 0) return;
    const owned = await this.dataSource.manager.findBy(Upload, { id: In(staged), state: 'receiving' });
    const ids = new Set(owned.map(({ id }) => id));
    for (const id of staged) if (!ids.has(id)) await this.staging.remove(id);
  }

  private async takeOver(upload: Upload, sha256: string | undefined): Promise<string> {
    const staged = await this.staging.size(upload.id);
    if (staged === upload.totalBytes) {
      const digest = sha256 ?? (await hashFile(this.staging.path(upload.id))).digest('hex');
      await this.storage.putFile(upload.key, this.staging.path(upload.id));
      return digest;
    }
    // Taken over before, and interrupted before the row said so.
    const stored = await this.storage.stat(upload.key);
    if (stored?.bytes !== upload.totalBytes) throw new UploadUnfinished(staged, upload.totalBytes);
    return sha256 ?? (await this.storage.withLocalFile(upload.key, hashFile)).digest('hex');
  }

  private async startWork(manager: EntityManager, upload: Upload): Promise<void> {
    const revision = await addRevision(manager, upload, this.clock.now());
    const fact: UploadFinished = { uploadId: upload.id, revisionId: revision.id };
    await announce(manager, uploadFinished, { ...fact });
  }

  private async refuseWithoutRoom(manager: EntityManager, bytes: number): Promise<void> {
    const [{ kept, coming }] = (await manager.query(`
      select coalesce(sum(total_bytes) filter (where state in ('receiving', 'finished')), 0)::float8 as kept,
             coalesce(sum(total_bytes - received_bytes) filter (where state = 'receiving'), 0)::float8 as coming
      from uploads
    `)) as [{ kept: number; coming: number }];
    if (kept + bytes > this.limits.quotaBytes) throw new QuotaExceeded(bytes, this.limits.quotaBytes - kept);
    const free = (await this.staging.freeBytes()) - coming - this.limits.reserveBytes;
    if (bytes > free) throw new DiskFull();
  }

  private expiry(): Date {
    return new Date(this.clock.now().getTime() + this.limits.expireHours * hour);
  }
}

/** Those that a file is the original or a track of. */
function findUnfinished(manager: EntityManager, { id, key }: Upload): Promise<Revision[]> {
  return manager
    .createQueryBuilder(Revision, 'revision')
    .where({ state: Not('done') })
    .andWhere('(revision.uploadId = :id or revision.tracks @> :track::jsonb)', {
      ...{ id, track: JSON.stringify([{ key }]) },
    })
    .getMany();
}

/** Counts those that are there and those that are on their way. @throws TooManyTracks */
async function refuseMoreTracks(manager: EntityManager, recordingId: string): Promise<void> {
  const base = await findBase(manager, recordingId);
  const coming = await manager.countBy(Upload, { recordingId, purpose: 'track', state: 'receiving' });
  if (1 + (base?.tracks.length ?? 0) + coming >= mostTracks) throw new TooManyTracks(mostTracks);
}

function toMessage({ id, scope, recordingId }: Upload): Record<string, unknown> {
  const message: ProgressMessage = { scope, recordingId: recordingId!, revisionId: null, uploadId: id };
  return { ...message };
}
