import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A time-ordered UUID, version 7 (RFC 9562, section 5.7): the key of every row. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return toUuid(bytes);
}

/** A random UUID, version 4: an item's guid (`feed:I07`: never computed from anything that may change). */
export function newGuid(): string {
  return randomUUID();
}

/** A name-based UUID, version 5 (RFC 9562, section 5.5): SHA-1 of namespace and name. */
export function uuidV5(namespace: string, name: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  digest[6] = 0x50 | (digest[6]! & 0x0f);
  digest[8] = 0x80 | (digest[8]! & 0x3f);
  return toUuid(digest.subarray(0, 16));
}

/** A secret of 256 random bits, URL-safe. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A secret of 160 random bits for an address: lower-case letters and digits, since addresses are folded to lower case. */
export function newAddressSecret(): string {
  return randomBytes(20).toString('hex');
}

/** Whether a segment has the form of `newAddressSecret`. */
export function isAddressSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value);
}

/** Letters and digits that nobody confuses when they read or say them: no 0 and o, no 1, i and l. */
const plainLetters = '23456789abcdefghjkmnpqrstuvwxyz';

/** A random code to be said aloud, for `?via=` and short addresses: four to six characters are enough for both. */
export function newCode(length = 6): string {
  let code = '';
  while (code.length < length) {
    const byte = randomBytes(1)[0]!;
    // Beyond the last whole multiple some letters would be likelier than others.
    if (byte < 248) code += plainLetters[byte % plainLetters.length];
  }
  return code;
}

/** The stored form of a secret: SHA-256, hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a string from outside has the form of a row's key. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
}

function toUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
