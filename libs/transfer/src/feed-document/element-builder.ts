import type { Element } from './element.js';
import { feedLimits } from './limits.js';

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  text: string;
  readonly children: Element[];
}

/** Builds one small tree after the other from what a parser reports, and lets go of what is too much. */
export class ElementBuilder {
  /** Something was longer than what is kept of it. */
  isCut = false;
  private readonly open: Open[] = [];
  private nodes = 0;

  constructor(private readonly nodesMax: number) {}

  get depth(): number {
    return this.open.length;
  }

  begin(name: string, attributes: Record<string, string>): void {
    this.nodes += 1;
    this.open.push({ name, attributes: this.limit(attributes), text: '', children: [] });
  }

  text(text: string): void {
    const innermost = this.open.at(-1);
    if (!innermost) return;
    const room = feedLimits.text - innermost.text.length;
    if (text.length > room) this.isCut = true;
    innermost.text += text.slice(0, Math.max(0, room));
  }

  /** The tree, when its root has ended. */
  end(): Element | undefined {
    const done = this.open.pop();
    if (!done) return undefined;
    const parent = this.open.at(-1);
    if (!parent) {
      this.nodes = 0;
      return done;
    }
    if (this.nodes > this.nodesMax) this.isCut = true;
    else parent.children.push(done);
    // Mark-up within a text, as Atom's XHTML has it, reads as its text.
    if (done.text) this.text(done.text);
    return undefined;
  }

  private limit(attributes: Record<string, string>): Record<string, string> {
    const entries = Object.entries(attributes);
    const { attributes: most, attribute: longest } = feedLimits;
    if (entries.length > most || entries.some(([, value]) => value.length > longest)) this.isCut = true;
    return Object.fromEntries(entries.slice(0, most).map(([name, value]) => [name, value.slice(0, longest)]));
  }
}
