import { isKey, type Translate } from '#libs/messages';

/** What a tag is called by people; its own name where nobody calls it otherwise. */
export function toTagWords(name: string, t: Translate): string {
  const key = `studio.feedTag.${name.replace(/^podcast:/, '').replace(':', '-')}`;
  return isKey(key) ? t(key) : name;
}
