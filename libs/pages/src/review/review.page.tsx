import { formatDateTime } from '#libs/messages';
import { type GuestFrameView, guestLinkPage, guestReader } from '../guest-link/guest-frame.js';
import type { Page, Reader, Site } from '../site/site.js';
import { Stand } from './ask-parts.js';
import { ClipAsk } from './clip-ask.js';
import { QuoteAsk } from './quote-ask.js';
import { reviewCss } from './review.css.js';
import type { ReviewPageView } from './review.view.js';

/** `/i/{secret}/review`: each quote and clip with its sound, to be agreed to one by one; without a script (`ux:G-05`). */
export function reviewPage(site: Site, frame: GuestFrameView, view: ReviewPageView): Page {
  return guestLinkPage(site, frame, {
    part: 'review',
    title: guestReader(site, frame).t('review.title'),
    css: reviewCss,
    children: (reader) => <Review site={site} reader={reader} frame={frame} view={view} />,
  });
}

export interface AskProps {
  reader: Reader;
  view: ReviewPageView;
  /** Path of the forms. */
  base: string;
}

function Review({
  site,
  reader,
  frame,
  view,
}: {
  site: Site;
  reader: Reader;
  frame: GuestFrameView;
  view: ReviewPageView;
}) {
  const { t } = reader;
  const base = site.addresses.path(site.addresses.guestLink(frame.secret, 'review'));
  const count = view.quotes.length + view.clips.length;
  const props = { reader, view, base };
  return (
    <>
      <header className="ask-head">
        <h1>{t('review.title')}</h1>
        {view.approval === 'none' && count === 0 ? (
          <p className="lead">{t('review.noApproval')}</p>
        ) : count === 0 ? (
          <>
            <p className="lead">{t('review.nothing')}</p>
            <p>{t('review.nothingYet')}</p>
          </>
        ) : (
          <Lead {...props} count={count} kit={site.addresses.path(site.addresses.guestLink(frame.secret))} />
        )}
      </header>
      {view.quotes.map((quote, i) => (
        <QuoteAsk key={quote.id} {...props} quote={quote} n={i + 1} />
      ))}
      {view.clips.map((clip, i) => (
        <ClipAsk key={clip.id} {...props} clip={clip} n={i + 1} />
      ))}
      {count > 0 ? (
        <p className="hint">
          {t('review.scopeNote')}{' '}
          <a href={`${site.addresses.path(site.addresses.guestLink(frame.secret, 'me'))}#correction`}>
            {t('guest.me.correction')}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What it is about, until when, and what silence means: printed, not hidden (`ux:K-21`). */
function Lead({ reader, view, count, kit }: AskProps & { count: number; kit: string }) {
  const { t, region } = reader;
  const { deadlineAt, isPast, open, timeZone } = view;
  const date = deadlineAt ? formatDateTime(region, deadlineAt, timeZone) : '';
  if (open === 0) return <AllAnswered reader={reader} view={view} kit={kit} until={isPast ? '' : date} />;
  return (
    <>
      <p className="lead">{t('review.intro')}</p>
      <p>
        <b>{t('review.left', { n: open })}</b>{' '}
        <span className="hint num">{t('review.done', { done: count - open, all: count })}</span>
      </p>
      <progress className="ask-bar" aria-hidden="true" value={count - open} max={count} />
      <div className="ask-rule">
        {date ? (
          <p>
            <b>{t(isPast ? 'review.passed' : 'review.deadline', { date })}</b>{' '}
            {isPast ? null : t(`review.rule.${view.silence}`)}
          </p>
        ) : null}
        <p>{t(date && !isPast ? 'review.undo' : 'review.undoAny')}</p>
      </div>
    </>
  );
}

/** Nothing is waited for: what was said in all, that it may be changed below, and where there is something to share. */
function AllAnswered({ reader, view, kit, until }: Omit<AskProps, 'base'> & { kit: string; until: string }) {
  const { t } = reader;
  return (
    <div className="all-answered">
      <Stand kind="yes">{t('review.left', { n: 0 })}</Stand>
      <p>{t('review.sum', sumOf(view))}</p>
      <p className="hint">{until ? t('review.changeUntil', { date: until }) : t('review.changeBelow')}</p>
      <p className="acts">
        <a className="button" href={kit}>
          {t('review.toKit')}
        </a>
      </p>
    </div>
  );
}

/** Quotes and clips that may be used, at least in one language, and those that may not. */
function sumOf({ quotes, clips }: ReviewPageView): { yes: number; no: number } {
  const refused = [
    ...quotes.map(({ wordings }) => wordings.every(({ answer }) => answer === 'refused')),
    ...clips.map(({ answer }) => answer === 'refused'),
  ];
  const no = refused.filter(Boolean).length;
  return { yes: refused.length - no, no };
}
