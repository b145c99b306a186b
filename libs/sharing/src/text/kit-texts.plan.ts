import { type Network, postLength, postLimits } from '#libs/kernel';
import { translator } from '#libs/messages';
import type { OwnText } from '../life/guest-kit.entity.js';
import { type KitTextFacts, type KitTextUse, lengths, tones } from './kit-text.facts.js';
import { type Post, toPost } from './post.plan.js';
import { setTypography } from './typography.plan.js';

/** Every text of one network in one language, by `tone-length`; `isOwn`: a producer's wording. */
export type KitTexts = Record<string, Post & { isOwn: boolean }>;

/** All nine texts of a network: the producer's own wording where there is one, always ending with the disclaimer. */
export function toKitTexts(facts: KitTextFacts, network: Network, isDated: boolean, own: readonly OwnText[]): KitTexts {
  const choices = tones.flatMap((tone) => lengths.map((length) => ({ tone, length })));
  return Object.fromEntries(
    choices.map(({ tone, length }) => {
      const written = own.find(
        (each) => each.lang === facts.region.slice(0, 2) && each.tone === tone && each.length === length,
      );
      const use = { tone, length, network, isDated };
      const text = written ? toOwn(facts, network, written.text) : toText(facts, use);
      return [`${tone}-${length}`, { ...text, isOwn: written !== undefined }];
    }),
  );
}

/** A mail of the guest's own to somebody: subject and text. */
export function toMailText(facts: KitTextFacts, use: Omit<KitTextUse, 'network'>): { subject: string; text: string } {
  const t = translator(facts.region);
  const subject = setTypography(facts.region, t('kit.text.mailSubject', { topic: facts.topic, show: facts.show }));
  return { subject, text: toText(facts, { ...use, network: 'mail' }).text };
}

function toText(facts: KitTextFacts, use: KitTextUse): Post {
  if (use.network !== 'mail') return toPost(facts, use);
  const post = toPost({ ...facts, tags: [] }, use);
  const text = `${translator(facts.region)('kit.text.mailOpening')}\n\n${post.text}`;
  return { ...post, text, length: text.length };
}

/** A wording of the producer's, with link and disclaimer added where it has lost them (`ux` 2.10). */
function toOwn(facts: KitTextFacts, network: Network, written: string): Post {
  const has = (part: string) => part === '' || written.includes(part);
  const page = facts.link.split('?')[0]!;
  const parts = [written.trim(), has(page) ? '' : facts.link, has(facts.disclaimer) ? '' : facts.disclaimer];
  const text = setTypography(facts.region, parts.filter(Boolean).join('\n\n'));
  return { text, length: postLength(network, text), limit: postLimits[network] };
}
