import { questionMax, type SearchFilters } from '#libs/search';

/** What an address asks; what is not of its form asks nothing. */
export interface Question {
  q: string;
  filters: SearchFilters;
  page: number;
}

const segment = /^[a-z0-9-]{1,120}$/;
const forms = { show: segment, guest: segment, event: segment, language: /^[a-z]{2,3}$/, year: /^\d{4}$/ } as const;

/** @param query the address's, without `?`. Of a field that comes twice the first counts. */
export function readQuestion(query: string): Question {
  const fields = new URLSearchParams(query.slice(0, 4_000));
  const filters: SearchFilters = {};
  for (const [name, form] of Object.entries(forms)) {
    const value = fields.get(name);
    if (value && form.test(value)) filters[name as keyof typeof forms] = value;
  }
  const page = /^[1-9]\d?$/.exec(fields.get('page') ?? '')?.[0];
  return { q: (fields.get('q') ?? '').toWellFormed().slice(0, questionMax).trim(), filters, page: Number(page ?? 1) };
}
