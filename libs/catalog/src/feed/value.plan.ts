import type { ValueSchema } from './tag-schema.js';

type Problem = { message: string; params?: Record<string, string | number> };

const forms: Partial<Record<ValueSchema['kind'], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, // feed:P10
  integer: /^\d{1,15}$/,
  number: /^\d{1,12}(\.\d{1,12})?$/,
  boolean: /^(true|false)$/,
  moment:
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d))?$/,
  mime: /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,60}$/i,
  language: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i,
  ratio: /^\d{1,5}(\.\d{1,3})?\s?\/\s?\d{1,5}(\.\d{1,3})?$/,
  host: /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i,
};

/** What is wrong with a cleaned value, as a message; undefined: it keeps to its grammar (`feed:P04` to `feed:P09`). */
export function findValueProblem(value: string, schema: ValueSchema): Problem | undefined {
  if (value === '') return schema.required ? { message: 'error.field.required' } : undefined;
  if ([...value].length > schema.max) return { message: 'error.field.tooLong', params: { n: schema.max } };
  const { kind, choices } = schema;
  switch (kind) {
    case 'text':
      return undefined;
    case 'url':
      return isSecureUrl(value) ? undefined : { message: 'error.field.feed.https' };
    case 'email':
      return isMailAddress(value) ? undefined : { message: 'error.field.wrongEmail' };
    case 'choice':
      return choices.includes(value.toLowerCase()) ? undefined : { message: 'error.field.wrongChoice' };
    case 'mail-date':
      return Number.isNaN(Date.parse(value)) ? { message: 'error.field.wrongDate' } : undefined;
    default:
      return forms[kind]!.test(value) ? undefined : { message: `error.field.feed.${kind}` };
  }
}

/** The value as it is stored: dates of trailers in the form of mails (`feed:C13`), choices as the table has them. */
export function normalise(value: string, { kind }: ValueSchema): string {
  if (kind === 'mail-date' && !Number.isNaN(Date.parse(value))) return new Date(value).toUTCString();
  if (kind === 'uuid') return value.toLowerCase(); // feed:P11
  return value;
}

/** Https, as the podcast namespace wants it (`feed:P07`); http only on this machine, where a trial runs. */
function isSecureUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (username !== '') return false;
  const isHere = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text);
}
