import { type Addresses, readSite, Show } from '#libs/catalog';
import { type Clock, pickText } from '#libs/kernel';
import type { LetterFooter, Mailer } from '#libs/mail';
import { t, toRegion } from '#libs/messages';
import type { DataSource } from 'typeorm';
import { FollowerSecrets } from '../follower/follower-secrets.js';
import type { Follower } from '../follower/follower.entity.js';

/** What mails to followers are made of and sent with. */
export interface LetterDeps {
  readonly dataSource: DataSource;
  readonly mailer: Pick<Mailer, 'send'>;
  readonly addresses: Addresses;
  readonly clock: Clock;
  /** The instance's. */
  readonly secret: string;
}

/** On whose behalf a mail goes out: names in the follower's language. */
export interface Letterhead {
  show: string;
  accent: string;
  timeZone: string;
  footer: LetterFooter;
}

/** The show's name, and who sends it and how to reach them, as the law of mails asks (`ux` 2.11, 5.6). */
export async function readLetterhead(
  { dataSource, addresses }: Pick<LetterDeps, 'dataSource' | 'addresses'>,
  { showId, locale }: Pick<Follower, 'showId' | 'locale'>,
): Promise<Letterhead> {
  const show = await dataSource.manager.findOneOrFail(Show, { where: { id: showId }, relations: { texts: true } });
  const site = await readSite(dataSource);
  const lang = locale.startsWith('fr') ? 'fr' : 'en';
  const name = pickText(show.texts, lang, show.language)?.title ?? show.slug;
  const sender = t(toRegion(locale), 'followers.mail.sender', { show: name, site: site.name });
  const contact = [show.page.contact || site.mail, addresses.show(lang, show.slug)].filter(Boolean).join('\n');
  return { show: name, accent: show.accent, timeZone: show.timeZone, footer: { sender, contact } };
}

/** The link that ends it all, for the foot of a mail and its headers. */
export function stopAddress(
  { addresses, secret }: Pick<LetterDeps, 'addresses' | 'secret'>,
  followerId: string,
): string {
  return addresses.followStop(new FollowerSecrets(secret).of(followerId));
}
