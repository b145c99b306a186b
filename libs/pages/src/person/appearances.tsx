import type { Addresses, AppearanceView, NowView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { formatDate, formatMonth } from '#libs/messages';
import { Portrait } from '../site/image.js';
import type { Reader } from '../site/site.js';
import { Words } from '../site/words.js';

interface Props {
  addresses: Addresses;
  reader: Reader;
  appearances: readonly AppearanceView[];
  /** The show's language, for texts that the reader's has not. */
  home: string;
  /** `YYYY-MM-DD`: the "as of" of every title. */
  recordedOn: string | null;
  /** What they do today, by person. */
  now?: ReadonlyMap<string, NowView>;
  /** Without links: before a release somebody may have no page yet. */
  isPlain?: boolean;
}

/** The people of an episode, each with title and employer as of the recording and, under the name, the disclaimer (`ux` 3.1). */
export function Appearances(props: Props) {
  if (props.appearances.length === 0) return null;
  const isHost = ({ role }: AppearanceView) => role === 'host';
  const guests = props.appearances.filter((appearance) => !isHost(appearance));
  // Whoever is heard each week comes after those who came for this one.
  const ordered = [...guests, ...props.appearances.filter(isHost)];
  return (
    <ul className={guests.length > 1 ? 'people several' : 'people'} aria-label={props.reader.t('public.people')}>
      {ordered.map((appearance, index) => (
        <Appearance key={`${appearance.person.id}${index}`} {...props} appearance={appearance} />
      ))}
    </ul>
  );
}

function Appearance({ addresses, reader, appearance, ...props }: Props & { appearance: AppearanceView }) {
  const { person, role } = appearance;
  const text = pickText(appearance.texts, reader.lang, toLanguage(props.home));
  const title = [text?.title, appearance.organisation].filter(Boolean).join(', ');
  const isPlainRole = role === 'guest' || role === 'speaker';
  return (
    <li className={role === 'host' ? 'is-host' : undefined}>
      <Portrait addresses={addresses} name={person.name} photoKey={person.photoKey} size={72} eager />
      <div>
        <p className="person">
          {props.isPlain ? (
            person.name
          ) : (
            <a href={addresses.path(addresses.guest(reader.lang, person.slug))}>{person.name}</a>
          )}
          {isPlainRole ? null : <span className="role">{reader.t('public.role', { role })}</span>}
        </p>
        {title ? (
          <p className="title-then">
            <Words reader={reader} lang={text?.lang ?? reader.lang}>
              {title}
            </Words>
            {props.recordedOn ? (
              <em> {reader.t('public.asOf', { month: formatMonth(reader.region, props.recordedOn) })}</em>
            ) : null}
          </p>
        ) : null}
        {appearance.correctedOn ? (
          <p className="title-now">
            {reader.t('guest.page.corrected', { date: formatDate(reader.region, appearance.correctedOn, 'UTC') })}
          </p>
        ) : null}
        <Now reader={reader} appearance={appearance} now={props.now?.get(person.id)} />
        {text?.disclaimer ? (
          <Words as="p" reader={reader} lang={text.lang} className="disclaimer">
            {text.disclaimer}
          </Words>
        ) : null}
      </div>
    </li>
  );
}

/**
 * Where somebody is now, when that is not where they were (`ux:K-26`). Only beside an employer that is named: what is
 * hidden of then must not be read from now.
 */
function Now({ reader, appearance, now }: { reader: Reader; appearance: AppearanceView; now: NowView | undefined }) {
  if (!now || !appearance.organisation || isSame(appearance, now)) return null;
  const position = [now.title, now.organisation].filter(Boolean).join(', ');
  return position ? <p className="title-now">{reader.t('episode.nowPosition', { position })}</p> : null;
}

function isSame({ organisation, texts }: AppearanceView, now: NowView): boolean {
  const fold = (text: string) => text.trim().toLowerCase();
  const isSameTitle = now.title === '' || texts.some(({ title }) => fold(title) === fold(now.title));
  return fold(organisation) === fold(now.organisation) && isSameTitle;
}
