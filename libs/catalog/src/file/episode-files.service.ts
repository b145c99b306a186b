import { pipeline } from 'node:stream/promises';
import { PassThrough, type Readable } from 'node:stream';
import { type Actor, cleanLine, Conflict, type FieldProblem, Invalid, isLanguage, newId, NotFound } from '#libs/kernel';
import type { ImagesService } from '#libs/media';
import type { Storage } from '#libs/storage';
import type { DataSource, EntityManager } from 'typeorm';
import { EpisodeChange } from '../episode/episode-change.entity.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { loadEpisode, loadWorking } from '../episode/episode-rows.js';
import { requireEditEpisode, requireSeeEpisode } from '../episode/episode.policy.js';
import { type GroupSave, saveGroup } from '../episode/group-save.js';
import { type EpisodeFile, fileBytesMax, filesMax } from './episode-file.js';
import { isPictureKind, toFileName } from './file-name.plan.js';
import { FileKindUnknown, TooManyFiles } from './file.error.js';
import { limited } from './limited.js';
import { sniff, sniffedBytes } from './sniff.plan.js';

/** A file of the list, with what it is to be called; those that are left out go. */
export interface FileForm {
  id: string;
  labels: { lang: string; text: string }[];
}

/** Where, and based on which version of the group `files`. */
interface At {
  showId: string;
  episodeId: string;
  version: number;
}

/** Above this, a picture is not opened to make a smaller one of it. */
const previewBytesMax = 20 * 1024 * 1024;

/** Slides, documents and pictures of an episode's working copy; readers get them with the release, and lose them with it. */
export class EpisodeFilesService {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly images: Pick<ImagesService, 'acceptPhoto'>,
  ) {}

  /**
   * Stores a file under a new key and puts it last; what it is, its bytes say.
   * @throws FileKindUnknown, FileTooLarge, TooManyFiles, Conflict
   */
  async add(
    actor: Actor,
    { showId, episodeId, version }: At,
    { name, label }: { name: string; label?: { lang: string; text: string } },
    body: Readable,
  ): Promise<void> {
    const { files, versions } = await this.working(actor, showId, episodeId);
    // Said before the bytes are taken, and again when they are there.
    if (versions.files !== version) throw new Conflict(files, null, versions.files);
    if (files.length >= filesMax) throw new TooManyFiles();
    const labels = label ? cleanLabels([label]) : [];
    refuse(findLabelProblems(labels, 'label'));
    const file = { ...(await this.store(episodeId, name, body)), labels };
    await this.save(actor, { showId, episodeId, version }, (copy) => {
      if (copy.files.length >= filesMax) throw new TooManyFiles();
      return [...copy.files, file];
    });
  }

  /**
   * Puts the files in this order with these labels, without those that are not named. One that was removed earlier may
   * be named again: its bytes stay until the episode is purged. @throws NotFound, Invalid, Conflict
   */
  async arrange(actor: Actor, { showId, episodeId, version }: At, list: readonly FileForm[]): Promise<void> {
    const clean = list.map(({ id, labels }) => ({ id, labels: cleanLabels(labels) }));
    refuse(clean.flatMap(({ labels }, i) => findLabelProblems(labels, `files.${i}.labels`)));
    if (clean.length > filesMax) throw new TooManyFiles();
    await this.save(actor, { showId, episodeId, version }, async (copy, manager) => {
      const known = await knownFiles(manager, copy);
      return clean.map(({ id, labels }) => {
        const file = known.get(id);
        if (!file) throw new NotFound('This file');
        known.delete(id);
        return { ...file, labels };
      });
    });
  }

  /** One of the working copy's, for those who make it. @throws NotFound */
  async get(actor: Actor, showId: string, episodeId: string, fileId: string): Promise<EpisodeFile> {
    requireSeeEpisode(actor, showId);
    const { id } = await loadEpisode(this.db, showId, episodeId);
    const file = (await loadWorking(this.db, id)).files.find((each) => each.id === fileId);
    if (!file) throw new NotFound('This file');
    return file;
  }

  private async store(episodeId: string, name: string, body: Readable): Promise<Omit<EpisodeFile, 'labels'>> {
    const id = newId();
    const key = `file/${episodeId}/${id}`;
    const counter = limited(fileBytesMax);
    const through = new PassThrough();
    try {
      await Promise.all([pipeline(body, counter, through), this.storage.put(key, through)]);
      const kind = sniff(await readHead(this.storage, key, counter.bytes));
      if (!kind) throw new FileKindUnknown();
      const previewKey = isPictureKind(kind) ? await this.preview(key, counter.bytes) : null;
      return { id, key, kind, name: toFileName(name, kind), bytes: counter.bytes, previewKey };
    } catch (error) {
      await this.storage.delete(key);
      throw error;
    }
  }

  /** A picture that cannot be decoded is none; one that is too small or too large is taken without a preview. */
  private async preview(key: string, bytes: number): Promise<string | null> {
    if (bytes > previewBytesMax) return null;
    try {
      return (await this.images.acceptPhoto(await this.storage.readBytes(key))).key;
    } catch (cause) {
      const { code } = cause as { code?: string };
      if (code === 'COVER_NOT_RASTER') throw new FileKindUnknown({ cause });
      if (code === 'IMAGE_TOO_LARGE' || code === 'COVER_TOO_SMALL') return null;
      throw cause;
    }
  }

  private async working(actor: Actor, showId: string, episodeId: string): Promise<EpisodeCopy> {
    requireEditEpisode(actor, showId);
    const { id } = await loadEpisode(this.db, showId, episodeId);
    return loadWorking(this.db, id);
  }

  private async save(
    actor: Actor,
    at: At,
    change: (copy: EpisodeCopy, manager: EntityManager) => EpisodeFile[] | Promise<EpisodeFile[]>,
  ): Promise<void> {
    requireEditEpisode(actor, at.showId);
    await this.db.transaction(async (manager) => {
      const write: GroupSave['write'] = async (copy) => {
        await manager.update(EpisodeCopy, { id: copy.id }, { files: await change(copy, manager) });
      };
      const read: GroupSave['read'] = ({ files }) => files;
      await saveGroup(manager, { actor, ...at, group: 'files', yours: null, confirms: [], read, write });
    });
  }
}

/** By id: those of the working copy, and those that earlier saves took out. */
async function knownFiles(manager: EntityManager, copy: EpisodeCopy): Promise<Map<string, EpisodeFile>> {
  const where = { episodeId: copy.episodeId, fieldGroup: 'files' as const };
  const changes = await manager.find(EpisodeChange, { where, order: { createdAt: 'DESC', id: 'DESC' }, take: 50 });
  const former = changes.flatMap(({ before }) => before as EpisodeFile[]).reverse();
  return new Map([...former, ...copy.files].map((file) => [file.id, file]));
}

async function readHead(storage: Storage, key: string, bytes: number): Promise<Buffer> {
  if (bytes === 0) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of await storage.readRange(key, 0, Math.min(bytes, sniffedBytes) - 1)) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function cleanLabels(labels: FileForm['labels']): FileForm['labels'] {
  return labels.map(({ lang, text }) => ({ lang, text: cleanLine(text) })).filter(({ text }) => text !== '');
}

function findLabelProblems(labels: FileForm['labels'], path: string): FieldProblem[] {
  return labels.flatMap(({ lang, text }, i) => [
    ...(isLanguage(lang) ? [] : [{ path: `${path}.${i}.lang`, message: 'error.field.language' }]),
    ...(text.length > 120 ? [{ path: `${path}.${i}.text`, message: 'error.field.tooLong', params: { n: 120 } }] : []),
  ]);
}

function refuse(problems: FieldProblem[]): void {
  if (problems.length) throw new Invalid(problems);
}
