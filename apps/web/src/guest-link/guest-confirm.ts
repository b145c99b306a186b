import type { FastifyReply } from 'fastify';
import type { CodeOutcome, GuestCodes } from '#libs/catalog';
import { TooMany } from '#libs/kernel';
import { guestCodePage, type GuestPart } from '#libs/pages';
import type { GuestDoor, GuestVisit } from './guest-door.js';

/** What is to be confirmed, and where its form goes again with the code. */
export interface ToConfirm {
  part: GuestPart;
  /** A path. */
  action: string;
  /** What happens with the right code, in the guest's words. */
  what: string;
}

/** Fields of the code page itself; they are not carried along. */
const ownFields = ['code', 'again'];

/** Asks for the six digits before what is sensitive (`ux:K-04`). Only where the link has a mail address. */
export class GuestConfirm {
  constructor(
    private readonly door: GuestDoor,
    private readonly codes: GuestCodes,
  ) {}

  /** Whether a code can be sent at all; without an address the producer confirms instead. */
  hasMail({ link }: Pick<GuestVisit, 'link'>): boolean {
    return link.email !== '';
  }

  /** True: the form brought the right code, go on. False: it was answered by the page that asks for it, the form's fields inside. */
  async confirm(reply: FastifyReply, visit: GuestVisit, form: URLSearchParams, it: ToConfirm): Promise<boolean> {
    const typed = form.get('code');
    if (typed === null || form.has('again')) {
      const problem = await this.ask(visit);
      await this.sendPage(reply, visit, form, it, problem);
      return false;
    }
    const outcome = await this.codes.use(visit.actor, typed);
    if (outcome === 'right') return true;
    await this.sendPage(reply, visit, form, it, outcome);
    return false;
  }

  private async ask({ actor }: GuestVisit): Promise<'many' | undefined> {
    try {
      await this.codes.ask(actor);
      return undefined;
    } catch (error) {
      if (error instanceof TooMany) return 'many';
      throw error;
    }
  }

  private async sendPage(
    reply: FastifyReply,
    visit: GuestVisit,
    form: URLSearchParams,
    { part, action, what }: ToConfirm,
    outcome: Exclude<CodeOutcome, 'right'> | 'many' | undefined,
  ): Promise<void> {
    const fields = [...form].filter(([name]) => !ownFields.includes(name));
    const view = { part, action, what, fields, sentTo: shortenMail(visit.link.email), problem: outcome };
    const status = outcome === undefined ? 200 : outcome === 'many' ? 429 : 422;
    await this.door.send(reply, guestCodePage(this.door.pages.site, visit.frame, view), status);
  }
}

/** `melanie@example.org` as `m…@example.org`: enough to know which, too little for whoever was forwarded the link. */
export function shortenMail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}…@${host}`;
}
