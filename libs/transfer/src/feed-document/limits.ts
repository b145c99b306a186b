/** What is read of a foreign feed at most (`abuse:A20`). Texts in UTF-16 units. */
export const feedLimits = {
  /** Decoded characters of one document. */
  characters: 256 * 1024 * 1024,
  /** Without an element beginning or ending: one text, one comment, one tag. */
  stretch: 8 * 1024 * 1024,
  depth: 40,
  items: 20_000,
  nodesOfItem: 5_000,
  nodesOfChannel: 20_000,
  attributes: 40,
  attribute: 20_000,
  line: 1_000,
  title: 255,
  guid: 2_000,
  url: 2_000,
  summary: 4_000,
  notes: 100_000,
  /** What is kept of any text. */
  text: 400_000,
  problemsOfItem: 20,
  xmlErrors: 200,
} as const;
