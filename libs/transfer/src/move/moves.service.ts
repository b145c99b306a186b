import { type Addresses, EpisodeQuery, requireRole, ShowFeedService, ShowQuery, type ShowView } from '#libs/catalog';
import { type Actor, EstradeError, Invalid, NotFound, system } from '#libs/kernel';
import type { Outbound } from '#libs/outbound';
import type { DataSource } from 'typeorm';
import { isSamePodcast, type MoveCheck, toMoveCheck } from './move-check.plan.js';
import { MoveToItself, MoveToOtherFeed, MoveWithoutFeed } from './move.error.js';
import { type FoundFeed, readIdentity } from './read-identity.js';

export interface MoveForm {
  /** The feed's address at the new host. */
  to: string;
  /** Although another podcast is there. */
  anyway: boolean;
}

/** Where a show's feed leads to; empty: it lives here. */
export interface MoveView {
  movedTo: string;
  /** How the new feed compared when it was looked at; null: it was not looked at now. */
  check: MoveCheck | null;
}

/**
 * Tells apps that a podcast lives elsewhere: its feeds answer 301 and name the new address. It is looked at first,
 * as a wrong address would take a show from its listeners.
 */
export class MovesService {
  private readonly feeds: ShowFeedService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly addresses: Addresses,
    private readonly outbound: Outbound,
  ) {
    this.feeds = new ShowFeedService(dataSource);
  }

  async get(actor: Actor, showId: string): Promise<MoveView> {
    requireMove(actor, showId);
    const show = await this.load(showId);
    return { movedTo: show.feed.movedTo, check: null };
  }

  /** @throws NotFound, Forbidden, Invalid, MoveToItself, MoveWithoutFeed, MoveToOtherFeed; OutboundError when nothing answers. */
  async move(actor: Actor, showId: string, { to, anyway }: MoveForm): Promise<MoveView> {
    requireMove(actor, showId);
    const show = await this.load(showId);
    const address = toAddress(to);
    this.refuseItself(show, [address]);
    const found = await readThere(this.outbound, address);
    this.refuseItself(show, found.addresses);
    const check = toMoveCheck(await this.identityOf(show), found);
    if (!isSamePodcast(check) && !anyway) {
      throw new MoveToOtherFeed({ title: found.title.slice(0, 200), items: found.itemGuids.size });
    }
    await this.save(showId, address);
    return { movedTo: address, check };
  }

  /** The feed is served from here again. */
  async moveBack(actor: Actor, showId: string): Promise<MoveView> {
    requireMove(actor, showId);
    await this.load(showId);
    await this.save(showId, '');
    return { movedTo: '', check: null };
  }

  private async load(showId: string): Promise<ShowView> {
    const show = await new ShowQuery(this.dataSource).byId(showId);
    if (!show) throw new NotFound('This show');
    return show;
  }

  private refuseItself(show: ShowView, addresses: readonly string[]): void {
    const own = comparable(this.addresses.showFeed(show.slug));
    if (addresses.some((address) => comparable(address) === own)) throw new MoveToItself();
  }

  private async identityOf(show: ShowView) {
    const episodes = await new EpisodeQuery(this.dataSource).allOfShow(show.id);
    const listed = episodes.filter((episode) => episode.enclosure !== null);
    return { podcastGuid: show.podcastGuid ?? '', itemGuids: new Set(listed.map(({ guid }) => guid)) };
  }

  /** Who may do it was asked already: an owner's token for administration need not be one for writing. */
  private async save(showId: string, movedTo: string): Promise<void> {
    const { version } = await this.feeds.get(system, showId);
    await this.feeds.save(system, showId, { version, movedTo });
  }
}

/** It takes every listener along: its owner's alone. */
function requireMove(actor: Actor, showId: string): void {
  requireRole(actor, showId, ['owner'], 'admin');
}

function toAddress(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Invalid([{ path: 'to', message: 'error.field.wrongAddress' }]);
  }
  url.hash = '';
  return url.href;
}

/** Whether it is http or https, and a slash at the end, make no other address. */
function comparable(address: string): string {
  const { host, pathname, search } = new URL(address);
  return host + pathname.replace(/\/+$/, '') + search;
}

async function readThere(outbound: Outbound, address: string): Promise<FoundFeed> {
  let found: FoundFeed | undefined;
  try {
    found = await readIdentity(outbound, address);
  } catch (error) {
    // What the guarded client says is more exact; what the reader says comes to this.
    const isNoFeed = error instanceof EstradeError && /FEED/.test(error.code);
    throw isNoFeed ? new MoveWithoutFeed({ cause: error }) : error;
  }
  if (!found) throw new MoveWithoutFeed();
  return found;
}
