import type { Addresses, AppearanceView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { formatMonth } from '#libs/messages';
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
}

/** The people of an episode, each with title and employer as of the recording and, under the name, the disclaimer (`ux` 3.1). */
export function Appearances(props: Props) {
  if (props.appearances.length === 0) return null;
  return (
    <ul
      className={props.appearances.length > 1 ? 'people several' : 'people'}
      aria-label={props.reader.t('public.people')}
    >
      {props.appearances.map((appearance, index) => (
        <Appearance key={`${appearance.person.id}${index}`} {...props} appearance={appearance} />
      ))}
    </ul>
  );
}

function Appearance({ addresses, reader, appearance, ...props }: Props & { appearance: AppearanceView }) {
  const { person, role } = appearance;
  const text = pickText(appearance.texts, reader.lang, toLanguage(props.home));
  const title = [text?.title, appearance.organisation].filter(Boolean).join(', ');
  const isPlain = role === 'guest' || role === 'speaker';
  return (
    <li>
      <Portrait addresses={addresses} name={person.name} photoKey={person.photoKey} size={72} eager />
      <div>
        <p className="person">
          <a href={addresses.path(addresses.guest(reader.lang, person.slug))}>{person.name}</a>
          {isPlain ? null : <span className="role">{reader.t('public.role', { role })}</span>}
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
        {text?.disclaimer ? (
          <Words as="p" reader={reader} lang={text.lang} className="disclaimer">
            {text.disclaimer}
          </Words>
        ) : null}
      </div>
    </li>
  );
}
