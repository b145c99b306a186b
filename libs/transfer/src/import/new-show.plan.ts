import type { NewShow } from '#libs/catalog';
import { cutBytes } from '#libs/kernel';
import type { ImportedChannel } from '../feed-document/imported-feed.js';

/** What the feed does not say, or should be otherwise here. */
export type ShowWishes = Partial<Pick<NewShow, 'title' | 'slug' | 'language' | 'category' | 'subcategory'>>;

/** The form of the show that a channel becomes. */
export function toNewShow(channel: ImportedChannel, form: ShowWishes): NewShow {
  const category = form.category ?? channel.category;
  return {
    title: form.title ?? channel.title,
    language: form.language ?? (channel.language || 'en'),
    category,
    subcategory: form.subcategory ?? (form.category === undefined ? channel.subcategory : ''),
    // feed:C02 counts bytes
    description: cutBytes(channel.description, 4_000),
    ...(form.slug && { slug: form.slug }),
    explicit: channel.explicit,
    type: channel.type,
    author: channel.author,
    ownerEmail: channel.ownerEmail,
  };
}
