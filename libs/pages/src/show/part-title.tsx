import type { ShowView } from '#libs/catalog';
import type { Reader } from '../site/site.js';
import { Words } from '../site/words.js';
import { partName } from './show-texts.js';
import type { ShowPart } from './show.view.js';

/** A season or mini-series by its number and its name, which may be in another language than the page. */
export function PartTitle({ reader, show, part }: { reader: Reader; show: ShowView; part: ShowPart }) {
  const { number, name } = partName(part, show, reader);
  return (
    <>
      {number}
      {number && name ? ' – ' : null}
      {name ? (
        <Words reader={reader} lang={name.lang}>
          {name.name}
        </Words>
      ) : null}
    </>
  );
}
