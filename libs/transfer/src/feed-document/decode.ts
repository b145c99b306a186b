/** A decoder of a document's bytes, with what was wrong about them. */
export interface Decoding {
  readonly decode: (bytes: Uint8Array, options?: { stream: boolean }) => string;
  readonly encoding: string;
  /** A name that nobody knows: UTF-8 is taken instead. */
  readonly unknown: string | null;
}

/** How many bytes `chooseDecoding` wants to see, unless there are fewer. */
export const headBytes = 1024;

/**
 * How a document is encoded: by its byte order mark, else by the charset of its Content-Type, else by its XML
 * declaration, else UTF-8 (RFC 7303, section 3). Bytes that fit nothing become U+FFFD.
 */
export function chooseDecoding(head: Uint8Array, contentType: string): Decoding {
  const named = fromMark(head) ?? fromType(contentType) ?? fromDeclaration(head) ?? 'utf-8';
  const known = open(named);
  const decoder = known ?? new TextDecoder('utf-8');
  return {
    decode: (bytes, options) => decoder.decode(bytes, options),
    encoding: decoder.encoding,
    unknown: known ? null : named.slice(0, 40),
  };
}

function open(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function fromMark(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // `<?` in two bytes each, without a mark
  if (head[0] === 0x3c && head[1] === 0 && head[2] === 0x3f && head[3] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c && head[2] === 0 && head[3] === 0x3f) return 'utf-16be';
  return undefined;
}

function fromType(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
}

function fromDeclaration(head: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(head.subarray(0, headBytes));
  const found = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(text)?.[1];
  // What could be read in bytes is not in pairs of bytes.
  return found && /^utf-?16/i.test(found) ? 'utf-8' : found;
}
