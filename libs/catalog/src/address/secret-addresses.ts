import { Addresses } from './addresses.js';
import type { HostBook } from './host-book.js';

/** The addresses that a private feed names: its files lie below its secret, so that they end with it (`feed:V07`). */
export class SecretAddresses extends Addresses {
  protected override readonly mediaBase: string;

  constructor(origin: string, secret: string, hosts?: HostBook) {
    super(origin, hosts);
    this.mediaBase = `${origin}/f/${secret}/m`;
  }
}
