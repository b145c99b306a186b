import type { ElementType, ReactNode } from 'react';
import { otherLang, type Reader } from './site.js';

/** A text that may be in another language than the page: the element says which (`ux` 3.11, language of parts). */
export function Words(props: {
  as?: ElementType;
  reader: Reader;
  lang: string;
  className?: string;
  children: ReactNode;
}) {
  const Tag = props.as ?? 'span';
  return (
    <Tag lang={otherLang(props.reader, props.lang)} className={props.className}>
      {isFrench(props.lang) && typeof props.children === 'string' ? keepTogether(props.children) : props.children}
    </Tag>
  );
}

/** French as it was typed, but so that no line begins with `:` or ends with `«`: plain spaces there become no-break ones. */
export function keepTogether(text: string): string {
  return text.replace(/ (?=[:;!?%»](?:\s|$|\p{P}))/gu, '\u00a0').replace(/« /g, '«\u00a0');
}

const isFrench = (lang: string): boolean => lang.toLowerCase().startsWith('fr');

/** Plain text in paragraphs: an empty line parts them. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== '')
        .map((part, index) => (
          <p key={index}>{part.trim()}</p>
        ))}
    </>
  );
}

/** One line of plain text of at most `max` characters, cut at a word: for descriptions in the head. */
export function shortLine(text: string, max = 155): string {
  const line = text
    .replace(/[#*_`>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).replace(/[\s,;:.]+$/, '')}…`;
}
