import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Rendition, Revision } from '#libs/media';
import { createStorage, type Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';
import { fromBuffer } from 'yauzl';

/** A storage in a folder of its own. */
export async function aStorage(): Promise<{ storage: Storage; folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-export-'));
  const storage = await createStorage({ dataDir: folder, storageUrl: undefined });
  return { storage, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Puts bytes behind every rendition, original and picture that rows name, with their true sizes and sums. */
export async function fillStorage(db: DataSource, storage: Storage): Promise<void> {
  for (const { id, key } of await db.getRepository(Rendition).find({ order: { id: 'ASC' } })) {
    const bytes = randomBytes(2_000 + (parseInt(id.slice(-3), 16) % 500));
    await storage.put(key, bytes);
    await db.getRepository(Rendition).update({ id }, { bytes: bytes.length, sha256: sha256(bytes) });
  }
  for (const { originalKey } of await db.getRepository(Revision).find()) {
    if (originalKey) await storage.put(originalKey, randomBytes(3_000));
  }
  const pictures: { key: string | null }[] = await db.query(
    `select cover_key as key from shows union select cover_key from episode_copies union select photo_key from persons`,
  );
  for (const { key } of pictures) {
    if (!key) continue;
    await storage.put(key, randomBytes(500));
    for (const width of [96, 320, 640, 1400]) await storage.put(key.replace('.jpg', `-${width}.jpg`), randomBytes(100));
  }
}

/** What is in an archive, by path. */
export async function unpack(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: import('yauzl').Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return files;
}

/** Lays files into a folder. */
export async function layOut(files: ReadonlyMap<string, Buffer>, folder: string): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
