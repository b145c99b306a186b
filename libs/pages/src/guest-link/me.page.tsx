import { toFirstName } from '#libs/kernel';
import type { Page, Reader, Site } from '../site/site.js';
import { type GuestFrameView, guestLinkPage } from './guest-frame.js';
import { Photo, Profile } from './me-profile.js';
import { Consents, CorrectionRequest, History, Now, Settings, Team } from './me-rest.js';
import { Disclaimer, Then } from './me-then.js';
import type { GuestMeView } from './me.view.js';

/** `/i/{secret}/me`: what a guest says of themselves, form by form; each is saved by itself and says so (`ux:G-02`, `G-03`). */
export function guestMePage(site: Site, frame: GuestFrameView, view: GuestMeView): Page {
  return guestLinkPage(site, frame, {
    part: 'me',
    title: frame.personName,
    children: (reader) => <Me site={site} reader={reader} frame={frame} view={view} />,
  });
}

function Me({ site, reader, frame, view }: { site: Site; reader: Reader; frame: GuestFrameView; view: GuestMeView }) {
  const { t } = reader;
  const base = site.addresses.path(site.addresses.guestLink(frame.secret, 'me'));
  const props = { site, reader, view, action: (section: string) => `${base}/${section}` };
  return (
    <>
      <h1>{t('kit.hello', { name: toFirstName(frame.personName) })}</h1>
      <p className="lead">{t('guest.me.next', { isReleased: view.onTheDay.isReleased ? 'yes' : 'no' })}</p>
      <Contents reader={reader} isReleased={view.onTheDay.isReleased} />
      <Profile {...props} />
      <Photo {...props} />
      <Then {...props} />
      <Disclaimer {...props} />
      <Consents {...props} />
      <Now {...props} />
      <Settings {...props} />
      <CorrectionRequest {...props} />
      <Team {...props} />
      <History {...props} />
    </>
  );
}

/** A long page on a phone: its parts, to jump to. */
function Contents({ reader, isReleased }: { reader: Reader; isReleased: boolean }) {
  const { t } = reader;
  const parts = [
    ['profile', t('guest.me.profile')],
    ['photo', t('guest.me.photo')],
    ['then', t('guest.me.then')],
    ...(isReleased ? [['disclaimer', t('guest.me.disclaimer')]] : []),
    ['consents', t('guest.me.consents')],
    ['now', t('guest.me.now')],
    ['settings', t('guest.me.settings')],
    ['correction', t('guest.me.correction')],
    ['team', t('guest.me.team')],
  ];
  return (
    <nav aria-label={t('guest.me.contents')}>
      <ul className="links desk-contents">
        {parts.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
