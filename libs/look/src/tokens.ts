/** A theme's colours by token name; `#RRGGBB`. */
export interface Palette {
  paper: string;
  surface: string;
  ink: string;
  'ink-soft': string;
  line: string;
  accent: string;
  'on-accent': string;
  after: string;
  before: string;
  good: string;
  warn: string;
  bad: string;
}

/** The house colours; contrast on paper is AA for every text colour (a test measures it). `before` is for graphics only. */
export const palettes: { light: Palette; dark: Palette } = {
  light: {
    paper: '#FBF8F3',
    surface: '#FFFFFF',
    ink: '#1B1A22',
    'ink-soft': '#5A5763',
    line: '#E4DED4',
    accent: '#C0341A',
    'on-accent': '#FFFFFF',
    after: '#0B6E6E',
    before: '#8A8378',
    good: '#2C6B3F',
    warn: '#85560A',
    bad: '#A8123E',
  },
  dark: {
    paper: '#15141A',
    surface: '#1F1E26',
    ink: '#F3F0EA',
    'ink-soft': '#B4AFBC',
    line: '#34323D',
    accent: '#FF8468',
    'on-accent': '#15141A',
    after: '#57C7C1',
    before: '#77727F',
    good: '#86CF98',
    warn: '#E9B665',
    bad: '#FF93AC',
  },
};

/** Type: families, the two scales (phone 1.2, desktop 1.25; rem by step −1…5), measure and line heights. */
export const type = {
  heading: "'Bricolage Grotesque', 'Bricolage Fallback', system-ui, sans-serif",
  text: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  phone: [0.833, 1, 1.2, 1.44, 1.728, 2.074, 2.488],
  desktop: [0.8, 1, 1.25, 1.563, 1.953, 2.441, 3.052],
  measure: '68ch',
  leading: { text: 1.55, heading: 1.12 },
} as const;

/** Shape in px on a grid of 4: radii of controls and of cards and media. */
export const shape = { grid: 4, radiusControl: 6, radiusCard: 12 } as const;

/** Motion in ms, only to explain a change of place. */
export const motion = { short: 120, long: 180 } as const;
