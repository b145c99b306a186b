import { EstradeError } from '#libs/kernel';

const segment = /^[A-Za-z0-9_][\w.-]*$/;

/** @throws EstradeError STORAGE_KEY for anything that could leave the storage's own folder (`abuse:A22`). */
export function checkKey(key: string): string {
  if (key.length <= 512 && key.split('/').every((part) => segment.test(part))) return key;
  throw new EstradeError('STORAGE_KEY', 400, 'This is not the key of a stored file.');
}
