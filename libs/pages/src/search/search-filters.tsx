import { languageName, type Reader, type Site } from '../site/site.js';
import { type SearchChoice, type SearchFilter, searchFilters, type SearchPageView } from './search-view.js';

interface Props {
  site: Site;
  reader: Reader;
  view: SearchPageView;
}

/** The form: the question, and what can be chosen among what was found. */
export function SearchFilters({ site, reader, view }: Props) {
  const { t } = reader;
  const offered = searchFilters.filter((name) => isOffered(view, name));
  return (
    <form role="search" action={site.addresses.path(site.addresses.search(reader.lang))}>
      <div className="search-box">
        <input
          type="search"
          name="q"
          defaultValue={view.q}
          maxLength={200}
          aria-label={t('search.question')}
          placeholder={t('search.question')}
          autoComplete="off"
          data-question=""
        />
        <button type="submit" className="button primary">
          {t('search.submit')}
        </button>
      </div>
      {offered.length > 0 ? (
        <fieldset className="narrow">
          <legend className="sr">{t('search.narrow')}</legend>
          {offered.map((name) => (
            <Filter key={name} reader={reader} name={name} view={view} />
          ))}
          <button type="submit" className="button">
            {t('search.narrow')}
          </button>
        </fieldset>
      ) : (
        <Kept view={view} />
      )}
    </form>
  );
}

/** What was chosen before anything was found. */
function Kept({ view }: { view: SearchPageView }) {
  const chosen = searchFilters.filter((name) => view.filters[name]);
  return chosen.map((name) => <input key={name} type="hidden" name={name} value={view.filters[name]} />);
}

function Filter({ reader, name, view }: { reader: Reader; name: SearchFilter; view: SearchPageView }) {
  const { t } = reader;
  const chosen = view.filters[name] ?? '';
  const choices = choicesOf(view, name);
  const isKnown = chosen === '' || choices.some(({ value }) => value === chosen);
  return (
    <label>
      <span>{t(`search.filter.${name}`)}</span>
      <select name={name} defaultValue={chosen}>
        <option value="">{t('search.filter.all')}</option>
        {isKnown ? null : <option value={chosen}>{chosen}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {t('search.filter.option', { name: nameOf(reader, name, choice), count: choice.count })}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf(reader: Reader, filter: SearchFilter, { name }: SearchChoice): string {
  return filter === 'language' ? languageName(reader, name) : name;
}

/** One that all results have in common narrows nothing down. */
function isOffered(view: SearchPageView, name: SearchFilter): boolean {
  const [total, all] = [countOf(choicesOf(view, 'language')), choicesOf(view, name)];
  return Boolean(view.filters[name]) || all.length > 1 || all.some(({ count }) => count < total);
}

function countOf(choices: readonly SearchChoice[]): number {
  return choices.reduce((sum, { count }) => sum + count, 0);
}

function choicesOf({ result }: SearchPageView, name: SearchFilter): SearchChoice[] {
  return result?.choices[name] ?? [];
}
