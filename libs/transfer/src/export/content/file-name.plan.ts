import { toSlug } from '#libs/kernel';

/** A name from a producer's machine as every file system takes it, its ending kept (`abuse:A22`): `MNC 87 é.flac` → `mnc-87-e.flac`. */
export function cleanFileName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? [];
  return toSlug(stem, 'original') + ending.toLowerCase();
}
