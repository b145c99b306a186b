import { accentsFor, palettes, shape, type } from '#libs/look';

/** The colours of a letter: light ones stand in the elements, dark ones in the style sheet of programs that follow the system. */
export function letterColours(accent = '') {
  const own = accentsFor(accent);
  return {
    light: { ...palettes.light, ...own?.light },
    dark: { ...palettes.dark, ...own?.dark },
  };
}

export type LetterColours = ReturnType<typeof letterColours>;

/** What is said once for the dark and for narrow screens; classes, because programs strip ids. */
export function letterSheet({ dark }: LetterColours): string {
  const rule = (name: string, declarations: string) => `.${name}{${declarations.replaceAll(/(?=;|$)/g, '!important')}}`;
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media(max-width:480px){.card{padding:24px 20px!important}}',
    '@media(prefers-color-scheme:dark){',
    rule('ground', `background:${dark.paper};color:${dark.ink}`),
    rule('card', `background:${dark.surface};border-color:${dark.line}`),
    rule('ink', `color:${dark.ink}`),
    rule('soft', `color:${dark['ink-soft']}`),
    rule('rule', `border-color:${dark.line}`),
    rule('plank', `border-color:${dark.accent}`),
    rule('act', `background:${dark.accent};color:${dark['on-accent']}`),
    rule('link', `color:${dark.after}`),
    '}',
  ].join('');
}

/** The declarations that stand in the elements themselves: what programs without style sheets go by. */
export function letterStyles({ light }: LetterColours) {
  const text = `font-family:${fonts(type.text)}`;
  const heading = `font-family:${fonts(type.heading)};font-weight:700;color:${light.ink}`;
  return {
    ground: `margin:0;padding:24px 12px;background:${light.paper};color:${light.ink};${text};font-size:16px;line-height:${type.leading.text}`,
    card: `max-width:560px;margin:0 auto;padding:32px;background:${light.surface};border:1px solid ${light.line};border-radius:${shape.radiusCard}px`,
    brand: `${heading};font-size:18px;line-height:1.2;display:inline-block;margin:0 0 24px;padding:0 0 4px;border-bottom:4px solid ${light.accent}`,
    heading: `${heading};font-size:26px;line-height:${type.leading.heading};margin:0 0 16px`,
    paragraph: `margin:0 0 16px;color:${light.ink}`,
    action: `display:inline-block;padding:12px 20px;background:${light.accent};color:${light['on-accent']};font-weight:600;text-decoration:none;border-radius:${shape.radiusControl}px`,
    address: `margin:0 0 16px;font-size:14px;color:${light['ink-soft']};word-break:break-all`,
    line: `margin:0;padding:12px 0;border-top:1px solid ${light.line};color:${light.ink}`,
    label: `display:block;font-size:14px;color:${light['ink-soft']}`,
    link: `color:${light.after}`,
    footer: `max-width:560px;margin:20px auto 0;padding:0 8px;font-size:14px;color:${light['ink-soft']}`,
    small: `margin:0 0 4px;color:${light['ink-soft']}`,
    hidden: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  };
}

/** An attribute is written in double quotes. */
function fonts(family: string): string {
  return family.replaceAll('"', "'");
}
