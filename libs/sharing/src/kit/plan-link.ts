import { HighlightsQuery, type QuoteView, readSite } from '#libs/catalog';
import { languages, toLanguage } from '#libs/kernel';
import { t } from '#libs/messages';
import type { PayloadOf } from '#libs/queue';
import { type CardSite, episodeCard, type PlannedCard, quoteCardOf, titleOf } from '../card/card-contents.plan.js';
import { type CardShape, cardShapes } from '../card/card.content.js';
import { KitQuery } from '../life/kit.query.js';
import type { KitView } from '../life/kit.view.js';
import { kitFileName } from './kit-names.plan.js';
import { KitPieces, type PieceWish } from './kit-pieces.js';
import type { PlanPiecesDeps } from './plan-pieces.handler.js';
import type { planPieces } from './piece.jobs.js';

/** Kinds of pieces of a guest's kit that are made here; clips are planned with their episode. */
export const kitKinds = ['card', 'panel', 'quote', 'photo', 'qr', 'signature', 'slide', 'transcript'] as const;

/** Wants exactly the files of one guest's kit as it is to be now (`ux` 2.5). */
export async function planLink(
  deps: PlanPiecesDeps,
  { subjectId, isBulk }: PayloadOf<typeof planPieces>,
): Promise<void> {
  const { dataSource, clock, addresses } = deps;
  const view = await new KitQuery(dataSource, clock).byId(subjectId);
  const wishes = view && hasKit(view) ? await wishesOf(deps, view, addresses.origin) : [];
  await dataSource.transaction((manager) =>
    KitPieces.settle(manager, { subject: 'link', subjectId }, kitKinds, wishes, isBulk),
  );
}

/** Of the finished sound only, and of nobody who has gone (`ux` 2.1). */
function hasKit({ episode, link, appearance }: KitView): boolean {
  return episode.enclosure !== null && !!appearance && link.state !== 'declined' && link.state !== 'withdrawn';
}

async function wishesOf({ dataSource }: PlanPiecesDeps, view: KitView, origin: string): Promise<PieceWish[]> {
  const site = await readSite(dataSource);
  const kind = view.isReleased ? 'released' : 'working';
  const { quotes } = await new HighlightsQuery(dataSource).ofEpisode(view.episode.id, kind);
  const own = quotes.filter((quote) => quote.personId === view.link.personId && quote.uses.image).slice(0, 3);
  const address = `${origin}/s/${view.shortCode}`;
  return [
    ...cardWishes(site, view),
    ...own.flatMap((quote) => quoteWishes(site, view, quote)),
    ...photoWishes(view),
    ...qrWishes(view, address),
    ...signatureWishes(site, view, address),
    ...slideWishes(site, view, address),
    ...transcriptWishes(view),
  ];
}

const shapes = Object.keys(cardShapes) as CardShape[];

/** The guest's own card in four shapes, and of a panel one with everybody on it, in both languages. */
function cardWishes(site: CardSite, view: KitView): PieceWish[] {
  return languages.flatMap((lang) => {
    const wish = (kind: 'card' | 'panel', shape: CardShape, card: PlannedCard): PieceWish => ({
      ...{ kind, shape, lang, input: { ...card.content }, alt: card.alt },
      fileName: nameOf(view, kind === 'card' ? shape : `panel-${shape}`, lang, 'png'),
    });
    const own = episodeCard(site, lang, view, view.link.personId);
    const all = episodeCard(site, lang, view);
    return [
      ...shapes.map((shape) => wish('card', shape, own)),
      ...(all.content.people.length > 1 ? (['wide', 'square'] as const).map((shape) => wish('panel', shape, all)) : []),
    ];
  });
}

function quoteWishes(site: CardSite, view: KitView, quote: QuoteView): PieceWish[] {
  return quote.texts.flatMap((text) => {
    const card = quoteCardOf(site, view, { quote, text });
    if (!card) return [];
    const lang = toLanguage(text.lang);
    return (['wide', 'square'] as const).map((shape) => ({
      ...{ kind: 'quote', shape, lang, itemId: quote.id, input: { ...card.content }, alt: card.alt },
      fileName: nameOf(view, `quote-${Math.floor(quote.startMs / 1000)}s-${shape}`, lang, 'png'),
    }));
  });
}

function photoWishes(view: KitView): PieceWish[] {
  const key = view.appearance?.person.photoKey;
  if (!key) return [];
  const { show, personName: names, link } = view;
  const credit = show.author || show.texts[0]?.title || '';
  const alt = t(link.locale, 'card.alt.photo', { names });
  return [
    { kind: 'photo', input: { key, credit, licence: show.copyright }, alt, fileName: nameOf(view, 'photo', '', 'jpg') },
  ];
}

function qrWishes(view: KitView, address: string): PieceWish[] {
  const alt = t(view.link.locale, 'card.alt.qr', { address });
  return ['svg', 'png'].map((shape) => ({
    ...{ kind: 'qr', shape, input: { address }, alt, fileName: nameOf(view, 'qr', '', shape) },
  }));
}

/** A picture for the foot of mails, and the same as HTML with words that every mail program shows. */
function signatureWishes(site: CardSite, view: KitView, address: string): PieceWish[] {
  return languages.flatMap((lang) => {
    const { content } = episodeCard(site, lang, view, view.link.personId);
    const { region, title, above } = content;
    const alt = t(region, 'card.alt.signature', { title, show: above });
    const input = { content: { ...content }, address };
    return ['png', 'html'].map((shape) => ({
      ...{ kind: 'signature', shape, lang, input, alt, fileName: nameOf(view, 'signature', lang, shape) },
    }));
  });
}

/** With the usual code, and with one for deep rooms (`ux` 2.5; distance ÷ 10). */
function slideWishes(site: CardSite, view: KitView, address: string): PieceWish[] {
  return languages.flatMap((lang) => {
    const { content } = episodeCard(site, lang, view, view.link.personId);
    const alt = t(content.region, 'card.alt.slide', { address });
    return (['near', 'far'] as const).flatMap((reach) =>
      ['pptx', 'pdf', 'png'].map((format) => ({
        ...{ kind: 'slide', shape: `${reach}-${format}`, lang, alt },
        input: { content: { ...content }, address, reach },
        fileName: nameOf(view, reach === 'near' ? 'slide' : 'slide-far', lang, format),
      })),
    );
  });
}

/** What is said, as listeners may read it. */
function transcriptWishes(view: KitView): PieceWish[] {
  if (!view.isReleased) return [];
  return view.episode.transcripts.flatMap(({ lang, isTimed, updatedAt }) =>
    (isTimed ? ['vtt', 'srt', 'txt', 'html'] : ['txt', 'html']).map((shape) => ({
      ...{ kind: 'transcript', shape, lang, alt: titleOf(view.episode, toLanguage(lang)) },
      input: {
        episodeId: view.episode.id,
        savedAt: updatedAt.toISOString(),
        revision: view.episode.enclosure?.revisionId,
      },
      fileName: nameOf(view, 'transcript', lang.toLowerCase(), shape),
    })),
  );
}

function nameOf({ show, episode, personName }: KitView, what: string, lang: string, ext: string): string {
  return kitFileName({ showSlug: show.slug, number: episode.number, guest: personName }, what, lang, ext);
}
