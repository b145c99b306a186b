import { Empty } from '../layout/empty.js';
import type { Reader, Site } from '../site/site.js';
import type { SearchPageView } from './search-view.js';
import { searchAddress } from './search-address.js';

const examples = { words: 'trust brand', quotes: '"first five minutes"', without: 'brand -logo', or: 'logo OR brand' };
const frenchExamples = {
  words: 'confiance marque',
  quotes: '"les cinq premières minutes"',
  without: 'marque -logo',
  or: 'logo OR marque',
};

/** Before the first question: how one asks. */
export function SearchHelp({ reader }: { reader: Reader }) {
  const { t } = reader;
  const own = reader.lang === 'fr' ? frenchExamples : examples;
  return (
    <section className="search-help" aria-labelledby="how-to-ask">
      <h2 id="how-to-ask">{t('search.help.title')}</h2>
      <ul>
        {(['words', 'quotes', 'without', 'or'] as const).map((kind) => (
          <li key={kind}>{withExample(t(`search.help.${kind}`, { example: '\u0000' }), own[kind])}</li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing was found: what may help, and the way out of the filters. */
export function SearchNothing({ site, reader, view }: { site: Site; reader: Reader; view: SearchPageView }) {
  const { t } = reader;
  const hasFilters = Object.values(view.filters).some(Boolean);
  if (view.result?.isEmptyQuestion) {
    return (
      <Empty title={t('search.empty.title')}>
        <p>{t('search.empty.text')}</p>
      </Empty>
    );
  }
  return (
    <Empty title={t('search.none.title')}>
      {hasFilters ? (
        <p>
          {t('search.none.filters')}{' '}
          <a href={site.addresses.path(searchAddress(site, reader.lang, { q: view.q, filters: {} }))}>
            {t('search.filter.clear')}
          </a>
        </p>
      ) : null}
      <p>{t('search.none.fewer')}</p>
      {view.q.includes('"') ? <p>{t('search.none.quotes')}</p> : null}
      <p>{t('search.none.language')}</p>
    </Empty>
  );
}

/** A sentence around an example that stands out. */
function withExample(sentence: string, example: string) {
  const [before, after] = sentence.split('\u0000');
  return (
    <>
      {before}
      <kbd>{example}</kbd>
      {after}
    </>
  );
}
