import type { EntityManager } from 'typeorm';
import pg from 'pg';

/** Sends a small JSON message on a channel when the transaction commits. Ids only: a message has at most 8,000 bytes and the row is the truth. */
export async function notify(manager: EntityManager, channel: string, message: Record<string, unknown>): Promise<void> {
  await manager.query('select pg_notify($1, $2)', [channel, JSON.stringify(message)]);
}

export interface Listener {
  close(): Promise<void>;
}

/**
 * Listens to channels on a connection of its own and connects again after a loss, for ever.
 * `onMessage` gets the channel and the raw text; `onConnect` runs after each (re)connection, so that
 * the caller can re-read what it may have missed.
 */
export async function listen(
  url: string,
  channels: readonly string[],
  onMessage: (channel: string, text: string) => void,
  onConnect: () => void = () => {},
): Promise<Listener> {
  let closed = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'estrade-listen', keepAlive: true });
    next.on('error', () => {});
    next.on('end', () => {
      if (!closed && client === next) retry = setTimeout(reconnect, 1_000);
    });
    next.on('notification', (n) => onMessage(n.channel, n.payload ?? ''));
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    client = next;
    onConnect();
  };
  const reconnect = (): void => {
    if (closed) return;
    connect().catch(() => {
      retry = setTimeout(reconnect, 1_000);
    });
  };

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
