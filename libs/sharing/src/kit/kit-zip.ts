import type { Storage } from '#libs/storage';
import type { Readable } from 'node:stream';
import type { ZipEntry } from './kit-zip.plan.js';

/**
 * Streams an archive: nothing is read before it is sent, and pictures and films are not packed a second time. Where
 * whoever wanted it goes away, the file that is being read is closed.
 */
export async function streamZip(storage: Pick<Storage, 'read'>, entries: readonly ZipEntry[]): Promise<Readable> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  let open: Readable | undefined;
  zip.on('error', (error: Error) => output.destroy(error));
  output.once('close', () => open?.destroy());
  for (const entry of entries) {
    const options = { mtime: entry.at, mode: 0o100644 };
    if ('text' in entry) zip.addBuffer(Buffer.from(`\ufeff${entry.text.replace(/\n/g, '\r\n')}`), entry.name, options);
    else {
      zip.addReadStreamLazy(entry.name, { ...options, compress: false, size: entry.bytes }, (give) => {
        storage.read(entry.key).then(
          (stream) => {
            open = stream;
            if (output.destroyed) stream.destroy();
            else give(null, stream);
          },
          (error: unknown) => give(error, undefined as never),
        );
      });
    }
  }
  zip.end();
  return output;
}
