import { cleanLine, cleanText, type FieldProblem, isLanguage } from '#libs/kernel';

/** What a mini-series is called and how many parts it has; absent fields stay as they are, `texts` replaces the whole list. */
export interface SeriesForm {
  texts?: { lang: string; name: string; description: string }[];
  parts?: number | null;
}

/** No show needs more, and every list of them stays short. */
export const seriesMax = 500;
const partsMax = 999;

export function cleanSeriesForm({ texts, parts }: SeriesForm): SeriesForm {
  return {
    ...(parts !== undefined && { parts }),
    ...(texts && {
      texts: texts.map(({ lang, name, description }) => ({
        lang,
        name: cleanLine(name),
        description: cleanText(description),
      })),
    }),
  };
}

/** What is wrong with a cleaned form; none: it may be saved. */
export function findSeriesProblems({ texts, parts }: SeriesForm): FieldProblem[] {
  const isWrongCount = parts != null && !(Number.isInteger(parts) && parts >= 1 && parts <= partsMax);
  return [...(isWrongCount ? [{ path: 'parts', message: 'error.field.wrongFormat' }] : []), ...findTextProblems(texts)];
}

function findTextProblems(texts: SeriesForm['texts']): FieldProblem[] {
  if (!texts) return [];
  if (texts.length === 0) return [{ path: 'texts', message: 'error.field.texts.none' }];
  if (new Set(texts.map(({ lang }) => lang)).size < texts.length) {
    return [{ path: 'texts', message: 'error.field.texts.twice' }];
  }
  return texts.flatMap(({ lang, name, description }, i) => [
    ...(isLanguage(lang) ? [] : [{ path: `texts.${i}.lang`, message: 'error.field.language' }]),
    ...(name === '' ? [{ path: `texts.${i}.name`, message: 'error.field.required' }] : []),
    ...(name.length > 200 ? [{ path: `texts.${i}.name`, message: 'error.field.tooLong', params: { n: 200 } }] : []),
    // feed:C02 counts bytes
    ...(Buffer.byteLength(description) > 4000
      ? [{ path: `texts.${i}.description`, message: 'error.field.description.long' }]
      : []),
  ]);
}
