import type { Addresses, EpisodeView } from '#libs/catalog';
import { pickText } from '#libs/kernel';
import { type Letter, type Mail, unsubscribeHeaders, writeLetter } from '#libs/mail';
import { formatDuration, type Region, toRegion, type Translate, translator } from '#libs/messages';
import type { Follower } from '../follower/follower.entity.js';
import { type LetterDeps, type Letterhead, stopAddress } from './letterhead.js';

/** "Part 2 is out", or a new episode of a show: what it is, who speaks, and the way to it. */
export function writeRelease(deps: LetterDeps, follower: Follower, head: Letterhead, episode: EpisodeView): Mail {
  const region = toRegion(follower.locale);
  const lang = region.startsWith('fr') ? 'fr' : 'en';
  const t = translator(region);
  const text = pickText(episode.texts, lang, episode.language.slice(0, 2));
  const title = text?.title ?? head.show;
  const people = guestsOf(episode, region);
  const letter: Letter = {
    ...{ region, brand: head.show, accent: head.accent, heading: title },
    subject: subjectOf(t, follower, episode, title),
    preview: text?.summary || t('followers.mail.new.preview', { show: head.show }),
    paragraphs: [people && t('followers.mail.with', { people }), text?.summary].filter((part) =>
      Boolean(part),
    ) as string[],
    action: { label: t('followers.mail.listen'), href: addressOf(deps.addresses, lang, episode, text?.slug ?? '') },
    lines: [...spokenLine(t, region, episode)],
    footer: footerOf(deps, t, follower, head),
  };
  const headers = follower.isOnce ? undefined : unsubscribeHeaders(stopAddress(deps, follower.id));
  return { to: follower.email, ...writeLetter(letter), ...(headers && { headers }) };
}

function subjectOf(t: Translate, { target }: Follower, { series }: EpisodeView, title: string): string {
  if (target === 'series' && series?.part) return t('followers.mail.part.subject', { part: series.part, title });
  return t(target === 'episode' ? 'followers.mail.out.subject' : 'followers.mail.new.subject', { title });
}

function footerOf(deps: LetterDeps, t: Translate, { id, isOnce }: Follower, { show, footer }: Letterhead) {
  if (isOnce) return { ...footer, reason: t('followers.mail.once') };
  const stop = { label: t('followers.mail.stop'), href: stopAddress(deps, id) };
  return { ...footer, reason: t('followers.mail.lasting', { show }), stop };
}

function guestsOf({ appearances }: EpisodeView, region: Region): string {
  const names = appearances.filter(({ role }) => role !== 'host').map(({ person }) => person.name);
  return new Intl.ListFormat(region).format(names.slice(0, 8));
}

function* spokenLine(t: Translate, region: Region, { language, enclosure }: EpisodeView) {
  const name = new Intl.DisplayNames(region, { type: 'language' }).of(language.split('-')[0]!) ?? language;
  if (enclosure?.durationMs) {
    yield {
      text: t('followers.mail.spoken', { language: name, length: formatDuration(region, enclosure.durationMs) }),
    };
  }
}

function addressOf(addresses: Addresses, lang: 'en' | 'fr', { showSlug, event }: EpisodeView, slug: string): string {
  return event ? addresses.talk(lang, event.slug, slug) : addresses.episode(lang, showSlug, slug);
}
