import type { Reader, Site } from './site.js';

/** A plain form that leads to the search; with `show`, to what was said in one show. The page's `main` one is what the keys lead to. */
export function SearchForm(props: { site: Site; reader: Reader; label: string; show?: string; isMain?: boolean }) {
  const { site, reader, label } = props;
  const show = props.show ?? site.host?.slug;
  const id = show ? `search-${show}` : 'search-site';
  return (
    <form className="search-form" role="search" action={site.addresses.path(site.addresses.search(reader.lang))}>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          type="search"
          name="q"
          maxLength={200}
          required
          placeholder={reader.t('site.searchHint')}
          data-search={props.isMain ? '' : undefined}
        />
        {show ? <input type="hidden" name="show" value={show} /> : null}
        <button type="submit" className="button">
          {reader.t('site.search')}
        </button>
      </div>
    </form>
  );
}
