import type { Kit } from '../../../api/kit.calls';

const regions = ['fr-CA', 'fr-FR', 'en-CA', 'en-US'] as const satisfies readonly Kit['locale'][];

/** The regional forms in which a guest can be written to, named in the reader's own. */
export function locales(region: string): { value: Kit['locale']; label: string }[] {
  const names = new Intl.DisplayNames([region], { type: 'language' });
  return regions.map((value) => {
    const name = names.of(value) ?? value;
    return { value, label: name.charAt(0).toLocaleUpperCase() + name.slice(1) };
  });
}

/** The one that goes with a language, the same where it is one. */
export function localeOf(language: string): Kit['locale'] {
  const known = regions.find((each) => each.toLowerCase() === language.toLowerCase());
  return known ?? regions.find((each) => each.startsWith(language.slice(0, 2).toLowerCase())) ?? 'en-CA';
}
