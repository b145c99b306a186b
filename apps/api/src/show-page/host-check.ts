import { EstradeError } from '#libs/kernel';
import { type Outbound, OutboundError, readBytes } from '#libs/outbound';

/** The host name does not lead to this instance yet. */
export class HostNotHere extends EstradeError {
  constructor(host: string, reason: 'unreachable' | 'wrong') {
    super('HOST_NOT_HERE', 422, `${host} does not lead here yet.`, { host, reason });
  }
}

/**
 * Asks a host name for proof that it leads here: the id of the show that wishes for it, which only this instance knows.
 * @param origin scheme, name and port. @throws HostNotHere.
 */
export async function checkHost(outbound: Outbound, origin: string, showId: string): Promise<void> {
  const host = new URL(origin).hostname;
  let said: string;
  try {
    const { status, body } = await outbound.fetch(`${origin}/.well-known/estrade-host`, {
      ...{ accept: 'text/plain', maxBytes: 4_096, timeoutMs: 8_000, idleMs: 8_000, maxRedirects: 0 },
    });
    said = status === 200 ? (await readBytes(body)).toString().trim() : '';
    if (status !== 200) body.destroy();
  } catch (error) {
    if (error instanceof OutboundError) throw new HostNotHere(host, 'unreachable');
    throw error;
  }
  if (said !== showId) throw new HostNotHere(host, 'wrong');
}
