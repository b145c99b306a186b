import { createSHA256 } from 'hash-wasm';

const mebibyte = 1024 * 1024;

/** Names a file by its size and the hash of its first and last MiB (`ux:P-05`): enough to know it again after a reload. */
export async function fingerprint(file: Blob): Promise<string> {
  const hash = await createSHA256();
  hash.init();
  hash.update(await bytesOf(file.slice(0, mebibyte)));
  hash.update(await bytesOf(file.slice(Math.max(0, file.size - mebibyte))));
  return `${file.size}-${hash.digest('hex')}`;
}

/** SHA-256 of a whole file, slice by slice, so that memory stays flat; answers undefined when `isOver` says so. */
export async function digest(file: Blob, isOver: () => boolean): Promise<string | undefined> {
  const hash = await createSHA256();
  hash.init();
  for (let at = 0; at < file.size; at += 4 * mebibyte) {
    if (isOver()) return undefined;
    hash.update(await bytesOf(file.slice(at, at + 4 * mebibyte)));
  }
  return hash.digest('hex');
}

const bytesOf = async (slice: Blob) => new Uint8Array(await slice.arrayBuffer());
