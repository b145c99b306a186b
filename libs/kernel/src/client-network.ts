/** What one client is counted by: an IPv4 address, or the 64 bits of a network, which has more addresses than we could count. */
export function toNetwork(client: string): string {
  if (!client.includes(':') || client.startsWith('::ffff:')) return client;
  const [head = ''] = client.split('%');
  const [left = '', right] = head.split('::');
  const groups = left.split(':').filter(Boolean);
  const rest = right === undefined ? [] : right.split(':').filter(Boolean);
  const full = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return full.slice(0, 4).join(':');
}
