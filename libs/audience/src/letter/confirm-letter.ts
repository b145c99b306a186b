import { type Mail, unsubscribeHeaders, writeLetter } from '#libs/mail';
import { formatDate, toRegion, translator } from '#libs/messages';
import { whatOf } from '../follower/follow-target.js';
import { FollowerSecrets } from '../follower/follower-secrets.js';
import type { Follower } from '../follower/follower.entity.js';
import { type LetterDeps, type Letterhead, stopAddress } from './letterhead.js';

/** The one mail that somebody gets who has not confirmed: what was asked, a button, and that doing nothing is enough. */
export function writeConfirmation(deps: LetterDeps, follower: Follower, head: Letterhead, title: string): Mail {
  const region = toRegion(follower.locale);
  const t = translator(region);
  const what = whatOf(follower, title);
  const date = formatDate(region, follower.askedAt, head.timeZone);
  const letter = writeLetter({
    ...{ region, brand: head.show, accent: head.accent },
    subject: t('followers.mail.confirm.subject', { what }),
    heading: t('followers.mail.confirm.heading'),
    paragraphs: [
      t('followers.mail.confirm.text', { date, what }),
      t(follower.isOnce ? 'followers.mail.confirm.once' : 'followers.mail.confirm.lasting'),
    ],
    action: {
      label: t('followers.mail.confirm.submit'),
      href: deps.addresses.followConfirm(new FollowerSecrets(deps.secret).of(follower.id)),
    },
    after: [t('followers.mail.confirm.not')],
    footer: { ...head.footer, reason: t('followers.mail.confirm.reason') },
  });
  return { to: follower.email, ...letter };
}

/** For somebody who asked again: only whoever reads the mailbox learns that the address is known (`abuse:A35`). */
export function writeKnown(deps: LetterDeps, follower: Follower, head: Letterhead, title: string): Mail {
  const region = toRegion(follower.locale);
  const t = translator(region);
  const what = whatOf(follower, title);
  const href = stopAddress(deps, follower.id);
  const letter = writeLetter({
    ...{ region, brand: head.show, accent: head.accent },
    subject: t('followers.mail.known.subject', { what }),
    heading: t('followers.mail.known.heading'),
    paragraphs: [t('followers.mail.known.text', { what })],
    footer: { ...head.footer, stop: { label: t('followers.mail.stop'), href } },
  });
  return { to: follower.email, ...letter, headers: unsubscribeHeaders(href) };
}
