import type { Addresses, EventView } from '#libs/catalog';
import { nameFor } from '../episode/episode-row.js';
import type { Reader } from '../site/site.js';
import { Words } from '../site/words.js';
import { eventDates } from './event.page.js';

/** One event in a list. */
export function EventRow({ addresses, reader, event }: { addresses: Addresses; reader: Reader; event: EventView }) {
  const text = nameFor(event.texts, reader, event.showLanguage);
  return (
    <article className="row event-row">
      <div>
        <p className="over">
          <time dateTime={event.startsOn}>{eventDates(reader, event)}</time>
        </p>
        <h3>
          <a href={addresses.path(addresses.event(reader.lang, event.slug))}>
            <Words reader={reader} lang={text?.lang ?? reader.lang}>
              {text?.name ?? event.slug}
            </Words>
          </a>
        </h3>
        {event.place ? <p className="under">{event.place}</p> : null}
      </div>
    </article>
  );
}
