import { languages } from '#libs/kernel';
import { Portrait } from '../site/image.js';
import type { Reader, Site } from '../site/site.js';
import { Field, Pick, Save, Sheet, wrongIn } from './form-parts.js';
import type { GuestMeView } from './me.view.js';

export interface MeProps {
  site: Site;
  reader: Reader;
  view: GuestMeView;
  /** Path of a section's form. */
  action: (section: string) => string;
}

/** Name, how it is said, biography, links: the living record, on every page at once (`ux:K-25`). */
export function Profile({ site, reader, view, action }: MeProps) {
  const { t } = reader;
  const { profile } = view;
  const wrong = wrongIn(view, 'profile');
  const links = [...profile.links, { label: '', url: '' }, { label: '', url: '' }];
  return (
    <Sheet reader={reader} view={view} section="profile" title={t('guest.me.profile')} lead={t('guest.me.profileLead')}>
      <form method="post" action={action('profile')}>
        <div className="two">
          <Field
            name="name"
            label={t('guest.me.name')}
            value={profile.name}
            wrong={wrong('name')}
            autoComplete="name"
          />
          <Field
            name="sortName"
            label={t('guest.me.sortName')}
            hint={t('guest.me.sortNameHint')}
            value={profile.sortName}
            wrong={wrong('sortName')}
          />
          <Field
            name="pronunciation"
            label={t('guest.me.pronunciation')}
            hint={t('guest.me.pronunciationHint')}
            value={profile.pronunciation}
            wrong={wrong('pronunciation')}
          />
          <Field
            name="pronouns"
            label={t('guest.me.pronouns')}
            hint={t('guest.me.pronounsHint')}
            value={profile.pronouns}
            wrong={wrong('pronouns')}
          />
        </div>
        {languages.map((lang, i) => (
          <Field
            key={lang}
            name={`biography.${lang}`}
            label={t('guest.me.biography', { lang })}
            hint={t('guest.me.biographyHint', { n: words(profile.biographies[lang]) })}
            value={profile.biographies[lang]}
            wrong={wrong(`texts.${i}.biography`)}
            lang={lang}
            rows={5}
            max={10_000}
          />
        ))}
        <fieldset className="field">
          <legend>{t('guest.me.links')}</legend>
          <span className="hint">{t('guest.me.linksHint')}</span>
          {links.map((link, i) => (
            <div className="two" key={i}>
              <Field
                name="link.label"
                id={`f-link-label-${i}`}
                label={t('guest.me.linkLabel', { n: i + 1 })}
                value={link.label}
              />
              <Field
                name="link.url"
                id={`f-link-url-${i}`}
                label={t('guest.me.linkUrl', { n: i + 1 })}
                value={link.url}
                inputMode="url"
                placeholder="https://"
                wrong={wrong(`links.${i}.url`)}
              />
            </div>
          ))}
        </fieldset>
        <Field
          name="fediverse"
          label={t('guest.me.fediverse')}
          hint={t('guest.me.fediverseHint')}
          value={profile.fediverse}
          wrong={wrong('fediverse')}
          placeholder={t('people.person.fediverseSample')}
        />
        <Field
          name="contact"
          label={t('guest.me.contact')}
          hint={t('guest.me.contactHint')}
          value={profile.contact}
          wrong={wrong('contact')}
        />
        <PageAddress {...{ site, reader, view, action }} />
        <Save label={t('guest.me.saveProfile')} />
      </form>
    </Sheet>
  );
}

/** What becomes of the address when the name changes is the person's to say: an old name may be nobody's business. */
function PageAddress({ site, reader, view }: MeProps) {
  const { t } = reader;
  const { slug, isHidden, hasPage } = view.profile;
  const address = site.addresses.guest(reader.lang, slug);
  return (
    <details className="field" open={view.wrong?.fields['slug'] !== undefined || undefined}>
      <summary>{t('guest.me.page')}</summary>
      <p className="hint">
        {hasPage ? <a href={site.addresses.path(address)}>{address}</a> : t('guest.me.pageLater', { address })}
      </p>
      <fieldset className="field">
        <legend>{t('guest.me.address')}</legend>
        <Pick type="radio" name="address" value="keep" checked title={t('guest.me.addressKeep')} />
        <Pick
          type="radio"
          name="address"
          value="move"
          checked={false}
          title={t('guest.me.addressMove')}
          text={t('guest.me.addressMoveText')}
        />
        <Pick
          type="radio"
          name="address"
          value="end"
          checked={false}
          title={t('guest.me.addressEnd')}
          text={t('guest.me.addressEndText')}
        />
        {view.wrong?.fields['slug'] ? <span className="wrong">{view.wrong.fields['slug']}</span> : null}
      </fieldset>
      <Pick
        type="checkbox"
        name="isHidden"
        value="1"
        checked={isHidden}
        title={t('guest.me.hidden')}
        text={t('guest.me.hiddenText')}
      />
    </details>
  );
}

/** A plain upload; what comes back is the square that everybody will see. */
export function Photo({ site, reader, view, action }: MeProps) {
  const { t } = reader;
  const { key, width } = view.photo;
  const isSmall = key !== null && width !== null && width < 800;
  return (
    <Sheet reader={reader} view={view} section="photo" title={t('guest.me.photo')} lead={t('guest.me.photoLead')}>
      <div className="me-photo">
        <Portrait addresses={site.addresses} name={view.profile.name} photoKey={key} size={112} />
        <p>
          {key === null ? t('guest.me.photoNone') : t('guest.me.photoSquare')}
          {isSmall ? <span className="wrong"> {t('guest.me.photoSmall', { n: width })}</span> : null}
        </p>
      </div>
      <form method="post" action={action('photo')} encType="multipart/form-data">
        <div className="field">
          <label htmlFor="f-photo">{t('guest.me.photoChoose')}</label>
          <span className="hint" id="f-photo-hint">
            {t('guest.me.photoHint')}
          </span>
          <input
            id="f-photo"
            type="file"
            name="photo"
            accept="image/jpeg,image/png,image/webp"
            required
            aria-describedby="f-photo-hint"
          />
        </div>
        <Save label={t('guest.me.savePhoto')} />
      </form>
    </Sheet>
  );
}

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
