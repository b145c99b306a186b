import { cleanLine, cleanText, type FieldProblem } from '#libs/kernel';
import { isMailAddress } from '../feed/value.plan.js';
import type { SiteSettings } from './site-settings.js';

const textMax = 50_000;
const nameMax = 60;
const kinds = ['legal', 'privacy', 'contact'] as const;

/** The settings with every text cleaned; languages without any text are left out. */
export function cleanSite(settings: SiteSettings): SiteSettings {
  return {
    ...settings,
    name: cleanLine(settings.name),
    mail: cleanLine(settings.mail),
    fediverse: toFediverse(settings.fediverse),
    texts: settings.texts
      .map(({ lang, legal, privacy, contact }) => ({
        lang,
        legal: cleanText(legal).trim(),
        privacy: cleanText(privacy).trim(),
        contact: cleanText(contact).trim(),
      }))
      .filter((text) => kinds.some((kind) => text[kind] !== '')),
  };
}

/** What is wrong with cleaned settings; none: they may be saved. */
export function findSiteProblems({ name, mail, fediverse, texts }: SiteSettings): FieldProblem[] {
  const found: (FieldProblem | false)[] = [
    name === '' && { path: 'name', message: 'error.field.required' },
    name.length > nameMax && {
      path: 'name',
      message: 'error.field.title.long',
      params: { max: nameMax, n: name.length },
    },
    mail !== '' && !isMailAddress(mail) && { path: 'mail', message: 'error.field.wrongEmail' },
    fediverse !== '' && !isFediverse(fediverse) && { path: 'fediverse', message: 'error.field.fediverse' },
    new Set(texts.map(({ lang }) => lang)).size < texts.length && { path: 'texts', message: 'error.field.texts.twice' },
    ...texts.flatMap((text, i) =>
      kinds
        .filter((kind) => text[kind].length > textMax)
        .map((kind) => ({ path: `texts.${i}.${kind}`, message: 'error.field.description.long' })),
    ),
  ];
  return found.filter((problem) => problem !== false);
}

/** `@name@instance`, however it was pasted: also without the first sign, or as the address of the profile. */
export function toFediverse(text: string): string {
  const line = cleanLine(text);
  const profile = /^https:\/\/([\w.-]+)\/@?(?:users\/)?([\w.-]+)\/?$/.exec(line);
  if (profile) return `@${profile[2]}@${profile[1]}`;
  return line !== '' && !line.startsWith('@') ? `@${line}` : line;
}

export function isFediverse(name: string): boolean {
  return /^@[\w.-]{1,64}@[\w-]+(\.[\w-]+)+$/.test(name);
}
