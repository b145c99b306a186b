import { EstradeError } from '#libs/kernel';

/** 409: no sending of the kit waits any more that could be taken back. */
export class KitOnItsWay extends EstradeError {
  constructor() {
    super('KIT_ON_ITS_WAY', 409, 'The kit does not wait any more: it has gone out, or was taken back already.');
  }
}
