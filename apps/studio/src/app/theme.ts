import { palettes, shape, type as typeface } from '#libs/look';
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Shade 7 is the light token, shade 3 the dark one; the others are only there for Mantine's own states. */
const accent: MantineColorsTuple = [
  '#fff0ec',
  '#ffdcd3',
  '#ffb09c',
  '#ff8468',
  '#f0674a',
  '#de4f31',
  '#cd3f22',
  '#c0341a',
  '#a52b14',
  '#8a230f',
];
const after: MantineColorsTuple = [
  '#e6f7f6',
  '#cdeceb',
  '#92d9d5',
  '#57c7c1',
  '#3aaaa6',
  '#228f8d',
  '#147c7c',
  '#0b6e6e',
  '#095c5c',
  '#064a4a',
];

const dialogTitle = { font: `700 1.3rem/1.15 ${typeface.heading}` };

/** Mantine dressed in the tokens of `#libs/look`: hairlines, one accent, headings in Bricolage. */
export const theme = createTheme({
  fontFamily: typeface.text,
  headings: {
    fontFamily: typeface.heading,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: 'clamp(1.6rem, 1.35rem + 1.2vw, 2.15rem)', lineHeight: '1.12' },
      h2: { fontSize: '1.3rem', lineHeight: '1.15' },
      h3: { fontSize: '1.06rem', lineHeight: '1.25' },
    },
  },
  colors: { accent, after },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  defaultRadius: shape.radiusControl,
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '12px', xl: '12px' },
  shadows: { xs: 'none', sm: 'none', md: '0 8px 30px rgb(20 18 26 / 0.14)', lg: '0 8px 30px rgb(20 18 26 / 0.14)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Input: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right', comboboxProps: { shadow: 'md' } } },
    Autocomplete: { defaultProps: { size: 'md', comboboxProps: { shadow: 'md' } } },
    Checkbox: { defaultProps: { color: 'after', size: 'md' } },
    RadioGroup: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { color: 'after', size: 'md' } },
    Modal: {
      styles: { title: dialogTitle },
      defaultProps: { centered: true, radius: 12, overlayProps: { backgroundOpacity: 0.45 } },
    },
    Drawer: { styles: { title: dialogTitle }, defaultProps: { overlayProps: { backgroundOpacity: 0.45 } } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', radius: 12 } },
    Badge: {
      styles: { root: { textTransform: 'none' } },
      defaultProps: { variant: 'outline', color: 'after', radius: 999 },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
});

const scheme = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--after)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-wash)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-after-filled': 'var(--after)',
  '--mantine-color-after-light': 'var(--after-wash)',
  '--mantine-color-after-light-color': 'var(--after)',
};

/** The tokens as custom properties, and Mantine's own variables pointed at them: both schemes come from one place. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...toProperties(palettes.light), ...scheme },
  dark: { ...toProperties(palettes.dark), ...scheme },
});

function toProperties(palette: typeof palettes.light): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${name}`, value]));
}
