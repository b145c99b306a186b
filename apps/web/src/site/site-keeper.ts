import { isDeepStrictEqual } from 'node:util';
import { type HostedShow, readHosts, readSite, type SiteSettings } from '#libs/catalog';
import type { AssetPaths, Site } from '#libs/pages';
import type { WebDeps } from '../web.deps.js';

/** The site's settings and the hosts of its shows in memory, read again whenever something that readers see has changed. */
export class SiteKeeper {
  private present: Site;
  private known: unknown;
  private running: Promise<void> | undefined;
  private isAsked = false;
  /** What robots that gather texts to train on are asked for. */
  robots: SiteSettings['aiCrawlers'] = 'allow';

  constructor(
    private readonly deps: Pick<WebDeps, 'dataSource' | 'addresses' | 'log'>,
    private readonly assets: AssetPaths,
  ) {
    const regions = { en: 'en-CA', fr: 'fr-CA' } as const;
    this.present = { name: 'Estrade', addresses: deps.addresses, regions, assets };
  }

  get site(): Site {
    return this.present;
  }

  /** The same on the host of a show; without one, the instance's. */
  siteOf(host: HostedShow | undefined): Site {
    if (!host) return this.present;
    return { ...this.present, host, addresses: this.present.addresses.seenFrom(host.slug) };
  }

  /** @returns whether something is otherwise than before. */
  async renew(): Promise<boolean> {
    const { dataSource, addresses } = this.deps;
    const [settings, hosts] = await Promise.all([readSite(dataSource), readHosts(dataSource)]);
    if (isDeepStrictEqual(this.known, { settings, hosts })) return false;
    this.known = { settings, hosts };
    addresses.hosts.replace(hosts);
    const { name, hidesProduct, firstLanguage, regions, texts, mail, fediverse } = settings;
    this.present = {
      name,
      hidesProduct,
      firstLanguage,
      regions,
      texts,
      mail,
      fediverse,
      addresses,
      assets: this.assets,
    };
    this.robots = settings.aiCrawlers;
    return true;
  }

  /** Reads once for any number of messages that come meanwhile. A database that is away keeps what is known. */
  renewSoon(onChange: () => void): void {
    this.isAsked = true;
    this.running ??= this.renewWhileAsked(onChange).finally(() => (this.running = undefined));
  }

  private async renewWhileAsked(onChange: () => void): Promise<void> {
    while (this.isAsked) {
      this.isAsked = false;
      try {
        if (await this.renew()) onChange();
      } catch (error) {
        this.deps.log.warn({ err: error }, 'the settings of the site were not read again');
      }
    }
  }
}
