const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const reference = /&(?:#(?:x([0-9a-f]{1,6})|(\d{1,7}))|[a-z][a-z0-9]{0,31});|&/gi;
/** Longer than any reference or mark that may lie across two chunks. */
const carried = 48;

/**
 * Makes text that no XML parser takes into one that it does, chunk by chunk: characters and references that XML
 * forbids go (`feed:X01`), an ampersand that begins nothing is one. What is in CDATA keeps its ampersands.
 */
export class Mender {
  /** Characters and references that were taken away. */
  dropped = 0;
  private rest = '';
  private isInCdata = false;

  write(chunk: string): string {
    const all = this.rest + chunk;
    const end = Math.max(0, all.length - carried);
    // Not within a reference or a mark: at the last place before which none can begin.
    const at = all.slice(end).search(/[&<\]]/);
    const cut = at < 0 ? all.length : end + at;
    this.rest = all.slice(cut);
    return this.mend(all.slice(0, cut));
  }

  end(): string {
    const last = this.mend(this.rest);
    this.rest = '';
    return last;
  }

  private mend(text: string): string {
    let from = 0;
    let mended = '';
    while (from < text.length) {
      const mark = this.isInCdata ? ']]>' : '<![CDATA[';
      const found = text.indexOf(mark, from);
      const end = found < 0 ? text.length : found + mark.length;
      const part = this.clean(text.slice(from, end));
      mended += this.isInCdata ? part : part.replace(reference, (all, hex, dec) => this.toReference(all, hex, dec));
      if (found >= 0) this.isInCdata = !this.isInCdata;
      from = end;
    }
    return mended;
  }

  private clean(text: string): string {
    return text.replace(forbidden, () => {
      this.dropped += 1;
      return '';
    });
  }

  private toReference(all: string, hex: string | undefined, dec: string | undefined): string {
    if (all === '&') return '&amp;';
    if (hex === undefined && dec === undefined) return all;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    if (isCharacter(code)) return all;
    this.dropped += 1;
    return '';
  }
}

/** XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff);
}
