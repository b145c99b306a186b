import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GuestLinks, type OpenGuestLink, readGuestFrame } from '#libs/catalog';
import { type Clock, hashSecret, isAddressSecret, isLanguage, toLanguage } from '#libs/kernel';
import { type Region, translator } from '#libs/messages';
import { type GuestFrameView, guestProblemPage, type GuestProblem, type Page } from '#libs/pages';
import type { DataSource } from 'typeorm';
import type { PageServer } from '../page/page-server.js';
import type { GuessLimit } from '../secret/guess-limit.js';
import { guestHeaders } from './guest-headers.js';
import { isForeignForm } from './form-origin.policy.js';

/** A guest who came in, and what every page for them needs. */
export interface GuestVisit extends OpenGuestLink {
  secret: string;
  /** In what the page is shown: `?lang=` for one look, else as the guest chose (`ux:K-06`). */
  region: Region;
  frame: GuestFrameView;
}

/**
 * The one way in to everything behind `/i/{secret}`. Opening it changes nothing, so that a mail scanner that fetches
 * every link of a mail does no harm: state changes by POST only. Whoever guesses is refused for a while (`abuse:A30`).
 */
export class GuestDoor {
  /** Hashes of secrets that were right lately: they stay open in a network where somebody guesses. */
  private readonly known = new Set<string>();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly links: GuestLinks,
    private readonly guesses: GuessLimit,
    private readonly forms: GuessLimit,
    readonly pages: PageServer,
  ) {}

  /** For a page or a file. Undefined: it was answered already, by 404 or 429 and a page for people. */
  async open(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<GuestVisit | undefined> {
    reply.headers(guestHeaders);
    const hash = isAddressSecret(secret) ? hashSecret(secret) : '';
    const wait = this.known.has(hash) ? 0 : this.guesses.waitOf(request.ip);
    if (wait > 0) return this.refuse(reply.header('retry-after', String(wait)), 429, 'wait', request);
    const open = hash ? await this.links.openBySecret(secret) : undefined;
    this.known.delete(hash);
    if (!open) {
      this.guesses.count(request.ip);
      return this.refuse(reply, 404, 'unknown', request);
    }
    if (this.known.add(hash).size > 5_000) this.known.delete(this.known.keys().next().value!);
    return { ...open, secret, ...(await this.frameOf(open, secret, request)) };
  }

  /** For the guest's own pages: the team's link is told so (`ux:K-05`). */
  async openGuest(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<GuestVisit | undefined> {
    const visit = await this.open(request, reply, secret);
    return visit?.role === 'team' ? this.refuse(reply, 403, 'teamOnly', request, visit.region) : visit;
  }

  /**
   * For what changes something: the guest's own link, and no form of another site. Our own pages send no referrer, so
   * their forms say `Origin: null`; the secret in the address is what no other site can know. So many forms of one link,
   * and no more for a while: each may have pictures and mails made.
   */
  async openForm(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<GuestVisit | undefined> {
    if (isForeignForm(request.headers)) {
      return this.refuse(reply.headers(guestHeaders), 403, 'foreign', request);
    }
    const visit = await this.openGuest(request, reply, secret);
    if (!visit) return undefined;
    const wait = this.forms.waitOf(visit.link.id);
    this.forms.count(visit.link.id);
    return wait > 0
      ? this.refuse(reply.header('retry-after', String(wait)), 429, 'many', request, visit.region)
      : visit;
  }

  teamSecretOf(link: OpenGuestLink['link']): string | undefined {
    return this.links.teamSecretOf(link);
  }

  /** A page for this visit only. */
  async send(reply: FastifyReply, page: Page, status = 200): Promise<void> {
    await this.pages.sendOnce(reply.headers(guestHeaders), status, page, guestHeaders['cache-control']);
  }

  /** After a form was taken: so that going back or reloading sends nothing twice. */
  async seeOther(reply: FastifyReply, path: string): Promise<void> {
    await reply
      .code(303)
      .headers({ ...guestHeaders, location: path })
      .send();
  }

  private async frameOf(
    { link, role }: OpenGuestLink,
    secret: string,
    request: FastifyRequest,
  ): Promise<Pick<GuestVisit, 'region' | 'frame'>> {
    const region = regionOf(request, link.locale);
    const { stage, hasReview, ...frame } = await readGuestFrame(this.db, link, toLanguage(region), this.clock.now());
    const sentence = translator(region)('guest.stage', { stage });
    const own = hasReview ? (['kit', 'review', 'me'] as const) : (['kit', 'me'] as const);
    const parts = role === 'team' ? (['kit'] as const) : own;
    return { region, frame: { ...frame, secret, role, region, sentence, parts } };
  }

  private async refuse(
    reply: FastifyReply,
    status: number,
    problem: GuestProblem,
    request: FastifyRequest,
    region?: Region,
  ): Promise<undefined> {
    const lang = region ? toLanguage(region) : asked(request);
    await this.send(reply, guestProblemPage(this.pages.site, lang, problem), status);
    return undefined;
  }
}

/** One look in the other language: it chooses the regional form that goes with the guest's own. */
function regionOf(request: FastifyRequest, locale: Region): Region {
  const lang = asked(request);
  if (!lang || lang === toLanguage(locale)) return locale;
  if (lang === 'fr') return 'fr-CA';
  return locale === 'fr-FR' ? 'en-US' : 'en-CA';
}

function asked(request: FastifyRequest) {
  const lang = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang');
  return isLanguage(lang) ? lang : undefined;
}
