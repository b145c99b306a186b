import { type Language, languages, pickText, toLanguage } from '#libs/kernel';
import { formatNumber, type Region, translator } from '#libs/messages';
import type { ArchiveFile } from '../archive/archive-file.js';
import type { ArchiveView } from '../archive-view.query.js';

const regions: Record<Language, Region> = { en: 'en-CA', fr: 'fr-CA' };

/** What lies where and how to go on with it, in both languages, the show's own first. */
export function toReadMe(view: ArchiveView, baseUrl: string, at: Date): ArchiveFile {
  const home = toLanguage(view.show.language);
  const content = async () =>
    [...languages]
      .sort((a, b) => Number(b === home) - Number(a === home))
      .map((lang) => toText(view, baseUrl, lang))
      .join(`\n${'-'.repeat(72)}\n\n`);
  return { path: 'README.txt', at, content };
}

function toText({ show, episodes, drafts, originals }: ArchiveView, baseUrl: string, lang: Language): string {
  const t = translator(regions[lang]);
  const title = pickText(show.texts, lang, toLanguage(show.language))?.title ?? show.slug;
  return (
    [
      t('export.readme.title', { title }),
      t('export.readme.holds', { n: episodes.length, number: formatNumber(regions[lang], episodes.length) }),
      t('export.readme.files'),
      ...(originals.size > 0 ? [t('export.readme.originals')] : []),
      ...(drafts.length > 0 ? [t('export.readme.drafts')] : []),
      t('export.readme.site', { url: baseUrl }),
      t('export.readme.moving', { feed: `${baseUrl}/feed.xml` }),
      t('export.readme.checking'),
    ].join('\n\n') + '\n'
  );
}
