import { analyse, onlyTrack, probe } from '#libs/ffmpeg';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { releaseFile } from '../recording/release-file.js';
import type { Rendition } from '../recording/rendition.entity.js';
import type { Revision } from '../recording/revision.entity.js';
import type { MediaBench } from './media-bench.js';

/** For tests: a recording of six seconds. */
export const trailer = fileURLToPath(new URL('../../../../test/recordings/trailer.wav', import.meta.url));

/** For tests: makes finished revisions on a bench and looks at what their files really are. */
export function finishedFiles(bench: MediaBench) {
  const fileOf = ({ renditions }: Revision): Rendition => renditions.find(({ kind }) => kind === 'mp3')!;
  const bytesOf = (revision: Revision) => readFile(bench.storage.localPath(fileOf(revision).key)!);

  return {
    fileOf,
    bytesOf,
    /** Sent and worked on to its end. */
    async made(source: string | Buffer = trailer, name = 'trailer.wav'): Promise<Revision> {
      const revision = await bench.receive(source, name);
      await bench.work();
      return bench.again(revision);
    },
    async release({ id, recordingId }: Pick<Revision, 'id' | 'recordingId'>): Promise<boolean> {
      const order = await bench.deps.orderFor(recordingId, { id, number: 1, origin: 'order' });
      return bench.dataSource.transaction((manager) => releaseFile(manager, id, order, new Date()));
    },
    /** Decoded and heard. */
    async measure(revision: Revision) {
      const path = bench.storage.localPath(fileOf(revision).key)!;
      const found = await probe(bench.deps.ffmpeg, path);
      return { found, ...(await analyse(bench.deps.ffmpeg, onlyTrack(path, found))) };
    },
    /** Fails unless the stored bytes are what the row says. */
    async isWhole(revision: Revision): Promise<void> {
      const { bytes, sha256 } = fileOf(revision);
      const stored = await bytesOf(revision);
      const digest = createHash('sha256').update(stored).digest('hex');
      if (stored.length !== bytes || digest !== sha256) throw new Error(`Not what the row says: ${revision.id}`);
    },
  };
}
