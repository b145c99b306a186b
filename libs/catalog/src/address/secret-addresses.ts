import { Addresses } from './addresses.js';

/** The addresses that a private feed names: its files lie below its secret, so that they end with it (`feed:V07`). */
export class SecretAddresses extends Addresses {
  protected override readonly mediaBase: string;

  constructor(origin: string, secret: string) {
    super(origin);
    this.mediaBase = `${origin}/f/${secret}/m`;
  }
}
