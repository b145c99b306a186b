import { cleanLine, cleanText } from '#libs/kernel';

/** An element in the notation of the `xml` package: one key, its name. */
export type XmlNode = { [name: string]: unknown };
/** Attributes by name; an undefined one is left out, never written as `undefined` (`feed:X09`). */
export type Attributes = Record<string, string | undefined>;

/** `<name>value</name>`, or nothing for an empty value. */
export function textNode(name: string, value: string | undefined, attributes: Attributes = {}): XmlNode[] {
  const text = cleanText(value ?? '');
  return text ? [{ [name]: [{ _attr: cleanAttributes(attributes) }, text] }] : [];
}

/** `<name a="b"/>`. */
export function emptyNode(name: string, attributes: Attributes): XmlNode {
  return { [name]: { _attr: cleanAttributes(attributes) } };
}

/** `<name><![CDATA[html]]></name>`, or nothing for an empty value. */
export function cdataNode(name: string, html: string): XmlNode[] {
  const text = cleanText(html);
  return text ? [{ [name]: { _cdata: text } }] : [];
}

/** `<name>` with elements or text inside. */
export function parentNode(name: string, children: (XmlNode | string)[], attributes: Attributes = {}): XmlNode {
  const clean = children.map((child) => (typeof child === 'string' ? cleanText(child) : child));
  return { [name]: [{ _attr: cleanAttributes(attributes) }, ...clean] };
}

function cleanAttributes(attributes: Attributes): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name];
    const text = value && cleanLine(value);
    if (text) clean[name] = text;
  }
  return clean;
}
