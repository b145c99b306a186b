import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en/catalogue.js';
import { fr } from './fr/catalogue.js';
import { overlays } from './overlay.js';

/**
 * What is wrong with the catalogues, one sentence a problem; empty when all is well. Missing keys either way,
 * messages that do not parse, parameters that differ between the languages, straight apostrophes and quotes.
 */
export function checkCatalogues(
  english: Record<string, string> = en,
  french: Record<string, string> = fr,
  regional: Record<string, Record<string, string>> = overlays as Record<string, Record<string, string>>,
): string[] {
  return [
    ...missing(english, french, 'French'),
    ...missing(french, english, 'English'),
    ...Object.keys(english).flatMap((key) => (key in french ? differing(key, english[key]!, french[key]!) : [])),
    ...Object.entries(french).flatMap(([key, text]) => apostrophes(key, text)),
    ...Object.entries(regional).flatMap(([region, words]) =>
      Object.keys(words).flatMap((key) =>
        key in english ? [] : [`${key}: the ${region} overlay has it, the catalogue has not.`],
      ),
    ),
  ];
}

function missing(from: Record<string, string>, to: Record<string, string>, name: string): string[] {
  return Object.keys(from)
    .filter((key) => !to[key])
    .map((key) => `${key}: the ${name} message is missing.`);
}

function differing(key: string, english: string, french: string): string[] {
  try {
    const [a, b] = [paramsOf(english), paramsOf(french)];
    return a === b ? [] : [`${key}: English takes {${a}}, French takes {${b}}.`];
  } catch (error) {
    return [`${key}: ${(error as Error).message}`];
  }
}

interface Node {
  type: number;
  value?: string;
  options?: Record<string, { value: Node[] }>;
  children?: Node[];
}

/** ICU elements: 0 is a literal, 7 is `#`; every other one names a parameter. */
function paramsOf(message: string): string {
  const names = new Set<string>();
  const walk = (nodes: Node[]): void => {
    for (const node of nodes) {
      if (node.type !== 0 && node.type !== 7 && node.value) names.add(node.value);
      for (const option of Object.values(node.options ?? {})) walk(option.value);
      walk(node.children ?? []);
    }
  };
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst() as unknown as Node[]);
  return [...names].sort().join(', ');
}

function apostrophes(key: string, text: string): string[] {
  if (/\p{L}'\p{L}/u.test(text)) return [`${key}: French wants ’ where it has '.`];
  if (/"/.test(text)) return [`${key}: French wants « » where it has ".`];
  return [];
}
