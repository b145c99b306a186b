import { guestLinkPage, guestReader, type GuestFrameView } from '../guest-link/guest-frame.js';
import type { Page, Site } from '../site/site.js';

/** Asks whether a mail is to come no more, and says that it was done: a link alone switches nothing off. */
export function letterOffPage(
  site: Site,
  frame: GuestFrameView,
  { kind, isDone }: { kind: 'proposals' | 'kit' | 'week'; isDone: boolean },
): Page {
  const own = site.addresses.path(site.addresses.guestLink(frame.secret));
  return guestLinkPage(site, frame, {
    part: 'kit',
    title: guestReader(site, frame).t('kit.mails.offTitle'),
    children: ({ t, lang }) => (
      <section className="sheet">
        <h1>{t('kit.mails.offTitle')}</h1>
        <p>
          <b>{t(`kit.mails.${kind}`)}</b>
        </p>
        {isDone ? (
          <div className="told" role="status">
            <p>{t('kit.mails.offDone')}</p>
          </div>
        ) : (
          <form method="post" action={`${own}/kit/off?mail=${kind}&lang=${lang}`}>
            <p>{t('kit.mails.offAsk')}</p>
            <p className="acts">
              <button type="submit" className="button primary">
                {t('kit.mails.offGo')}
              </button>
            </p>
          </form>
        )}
        <p>
          <a href={`${own}#mails`}>{t('kit.mails.title')}</a>
        </p>
      </section>
    ),
  });
}
