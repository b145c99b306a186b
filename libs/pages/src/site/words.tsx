import type { ElementType, ReactNode } from 'react';
import { toRegion, typesetText } from '#libs/messages';
import { otherLang, type Reader } from './site.js';

/** A text that may be in another language than the page: the element says which (`ux` 3.11, language of parts). */
export function Words(props: {
  as?: ElementType;
  reader: Reader;
  lang: string;
  className?: string;
  children: ReactNode;
}) {
  const { reader, lang, children } = props;
  const Tag = props.as ?? 'span';
  return (
    <Tag lang={otherLang(reader, lang)} className={props.className}>
      {typeof children === 'string' ? setText(reader, lang, children) : children}
    </Tag>
  );
}

/**
 * People's own words with the typography of their language (`ux:K-12`): plain text or safe HTML. The region is the
 * text's, or the page's when the text is only said to be in the page's language.
 */
export function setText(reader: Reader, lang: string, text: string): string {
  const isOfPage = !lang.includes('-') && lang === reader.lang;
  return typesetText(isOfPage ? reader.region : toRegion(lang), text);
}

/** Plain text in paragraphs: an empty line parts them. With `reader` and `lang`, set as their typography wants. */
export function Paragraphs(props: { text: string; reader?: Reader; lang?: string }) {
  const { reader, lang } = props;
  const text = reader && lang ? setText(reader, lang, props.text) : props.text;
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
