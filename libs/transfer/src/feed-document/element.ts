/** An element of a feed with its usual name, such as `itunes:title`; `text` is its own text and that of its children. */
export interface Element {
  readonly name: string;
  /** By name; those of a namespace with the prefix as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

/** All children of that name. */
export function all({ children }: Pick<Element, 'children'>, name: string): Element[] {
  return children.filter((child) => child.name === name);
}

/** The first child of one of the names, tried in this order. */
export function first({ children }: Pick<Element, 'children'>, ...names: string[]): Element | undefined {
  for (const name of names) {
    const found = children.find((child) => child.name === name);
    if (found) return found;
  }
  return undefined;
}

/** The text of the first child of these names that says something, tried in this order; empty when none does. */
export function textOf({ children }: Pick<Element, 'children'>, ...names: string[]): string {
  for (const name of names) {
    const found = children.find((child) => child.name === name && child.text.trim() !== '');
    if (found) return found.text.trim();
  }
  return '';
}
