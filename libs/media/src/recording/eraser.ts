import type { Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';
import { eraseImage } from '../image/images.service.js';
import { Preview } from '../preview/preview.entity.js';
import type { Staging } from '../upload/staging.js';
import { Upload } from '../upload/upload.entity.js';
import { Recording } from './recording.entity.js';
import { Revision } from './revision.entity.js';
import { madeFolders } from './stored-files.js';

/** Removes files and rows for good, when what they belonged to has been purged. Asking twice is no error. */
export class MediaEraser {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly staging: Staging,
  ) {}

  /** Files first: if this stops halfway, the rows still name what is left. */
  async removeRecording(recordingId: string): Promise<void> {
    const { manager } = this.dataSource;
    const revisions = await manager.find(Revision, { where: { recordingId }, relations: { renditions: true } });
    const uploads = await manager.findBy(Upload, { recordingId });
    const previews = await manager.findBy(Preview, { recordingId });
    const keys = [
      ...revisions.flatMap(({ originalKey, analysisKey, renderedKey, renditions, tracks }) => [
        ...[originalKey, analysisKey, renderedKey],
        ...[...renditions, ...tracks].map(({ key }) => key),
      ]),
      ...[...uploads, ...previews].map(({ key }) => key),
    ];
    for (const { id } of revisions) keys.push(...(await this.findMade(id)));
    for (const key of new Set(keys)) if (key) await this.storage.delete(key);
    for (const { id } of uploads) await this.staging.remove(id);
    await manager.delete(Upload, { recordingId });
    await manager.delete(Recording, { id: recordingId });
  }

  /** All that carries a revision's name: parts that have no row of their own, and what a killed worker had stored. */
  private async findMade(revisionId: string): Promise<string[]> {
    const keys: string[] = [];
    for (const folder of madeFolders) {
      for await (const { key } of this.storage.list(`${folder}/${revisionId}`)) keys.push(key);
    }
    return keys;
  }

  /** All files whose key begins so. */
  async removeFiles(prefix: string): Promise<void> {
    for await (const { key } of this.storage.list(prefix)) await this.storage.delete(key);
  }

  /** A picture and its smaller copies. */
  async removeImage(key: string): Promise<void> {
    await eraseImage(this.storage, key);
  }
}
