import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  AbortMultipartUploadCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
  type S3Client,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { newGuid } from '#libs/kernel';
import { FileMissing, toStorageError } from './error.js';
import { checkKey } from './key.js';
import { openS3Client, readS3Address } from './s3.client.js';
import type { ListedFile, Storage, StoredFile } from './storage.js';

const partBytes = 8 * 1024 ** 2;
/** How `withLocalFile` names what it lends. */
const copyName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-/;

/** Files in one bucket of an S3-compatible store. Copies for programs that need a path go into `workFolder`. */
export class S3Storage implements Storage {
  readonly kind = 's3';
  private readonly client: S3Client;
  private readonly bucket: string;
  private opened: Promise<void> | undefined;

  constructor(
    address: string,
    private readonly workFolder: string,
  ) {
    const parsed = readS3Address(address);
    this.client = openS3Client(parsed);
    this.bucket = parsed.bucket;
  }

  async put(key: string, body: Uint8Array | Readable): Promise<void> {
    await this.openBucket();
    const params = { ...this.at(key), Body: body };
    if (body instanceof Uint8Array) return void (await this.run(() => this.client.send(new PutObjectCommand(params))));
    const upload = new Upload({ client: this.client, params, partSize: partBytes, queueSize: 2 });
    await this.run(() => upload.done());
  }

  async putFile(key: string, path: string): Promise<void> {
    checkKey(key);
    await this.openBucket();
    await this.put(key, createReadStream(path, { highWaterMark: 1024 ** 2 }));
  }

  async stat(key: string): Promise<StoredFile | undefined> {
    try {
      const head = await this.client.send(new HeadObjectCommand(this.at(key)));
      return { bytes: head.ContentLength ?? 0, modifiedAt: head.LastModified ?? new Date(0) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async exists(key: string): Promise<boolean> {
    return (await this.stat(key)) !== undefined;
  }

  async read(key: string): Promise<Readable> {
    return this.get(key);
  }

  async readRange(key: string, start: number, end: number): Promise<Readable> {
    return this.get(key, `bytes=${start}-${end}`);
  }

  async readBytes(key: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.get(key)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key))).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  async *list(prefix = ''): AsyncIterable<ListedFile> {
    for await (const page of paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket, Prefix: prefix })) {
      for (const { Key, Size = 0, LastModified = new Date(0) } of page.Contents ?? []) {
        yield { key: Key!, bytes: Size, modifiedAt: LastModified };
      }
    }
  }

  localPath(key: string): undefined {
    checkKey(key);
    return undefined;
  }

  async withLocalFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    const body = await this.get(key);
    await mkdir(this.workFolder, { recursive: true });
    const copy = join(this.workFolder, `${newGuid()}-${key.split('/').at(-1)!}`);
    try {
      await pipeline(body, createWriteStream(copy, { flags: 'wx' })).catch((error) => {
        throw toStorageError(error);
      });
      return await work(copy);
    } finally {
      await rm(copy, { force: true });
    }
  }

  async check(): Promise<void> {
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
    } catch (error) {
      if (!isMissing(error)) throw error;
      await this.client.send(new CreateBucketCommand({ Bucket: this.bucket }));
    }
  }

  async sweep(before: Date): Promise<void> {
    await this.sweepCopies(before);
    const { Uploads = [] } = await this.client.send(new ListMultipartUploadsCommand({ Bucket: this.bucket }));
    for (const { Key, UploadId, Initiated } of Uploads) {
      if (!Initiated || Initiated >= before) continue;
      await this.client.send(new AbortMultipartUploadCommand({ Bucket: this.bucket, Key, UploadId }));
    }
  }

  /** Copies of files that a killed process had lent. */
  private async sweepCopies(before: Date): Promise<void> {
    for (const name of await readdir(this.workFolder).catch(() => [])) {
      if (!copyName.test(name)) continue;
      const copy = join(this.workFolder, name);
      const found = await stat(copy).catch(() => undefined);
      if (found?.isFile() && found.mtime < before) await rm(copy, { force: true });
    }
  }

  async freeBytes(): Promise<undefined> {
    return undefined;
  }

  /** A new store has no bucket yet: it is made once, before the first file. A store that says no here says so to the file. */
  private openBucket(): Promise<void> {
    return (this.opened ??= this.check().catch(() => (this.opened = undefined)));
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: checkKey(key) };
  }

  private async get(key: string, Range?: string): Promise<Readable> {
    const place = this.at(key);
    const { Body } = await this.client.send(new GetObjectCommand({ ...place, Range })).catch((error: unknown) => {
      throw isMissing(error) ? new FileMissing(key) : error;
    });
    return Body as Readable;
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    return work().catch((error: unknown) => {
      throw toStorageError(error);
    });
  }
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode === 404 || name === 'NoSuchKey' || name === 'NotFound';
}
