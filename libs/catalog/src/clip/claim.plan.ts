/** Why a sentence is worth sharing; last parts of message keys `clip.reason.…`. */
export type Reason = 'contrast' | 'figure' | 'lesson' | 'advice' | 'always' | 'because' | 'clear';

interface Sign {
  reason: Reason;
  points: number;
  en: RegExp;
  fr: RegExp;
}

/**
 * Signs that somebody claims something, in the order in which they are told. They are words that anybody can read and
 * judge, not a model; a sentence in another language has only those that need no words.
 */
const signs: readonly Sign[] = [
  {
    reason: 'contrast',
    points: 26,
    en: /(?:\bnot|n['’]t|\bnever|\binstead of|\brather than|\bless)\b.{2,90}\b(?:but|it['’]s|you|we|instead|more)\b|\bnot\b.+,.+\b(?:with|about|for|by)\b|^.{12,}, but\b/i,
    fr: /\b(?:pas|jamais|plutôt que|au lieu de|moins)\b.{2,90}(?:\b(?:mais|c['’]est|on|plus)\b|,)|^.{12,}, mais\b/i,
  },
  {
    reason: 'lesson',
    points: 20,
    en: /\b(?:I(?:['’]ve)? (?:learn(?:ed|t)|realised|realized|believe|found)|what (?:I|we) learn|the (?:truth|secret|problem|point|real question) is)\b/i,
    fr: /\b(?:j['’]ai (?:appris|compris|réalisé)|je (?:crois|suis convaincue?)|ce que (?:j['’]ai|on a|nous avons) appris|la (?:vérité|vraie question)|le (?:secret|problème|vrai))/i,
  },
  {
    reason: 'advice',
    points: 16,
    en: /\b(?:you (?:should|need to|have to|must|can['’]t)|don['’]t|start (?:with|by)|ask yourself|always|make sure)\b|^stop /i,
    fr: /\b(?:il faut|vous devez|tu dois|on doit|commencez|arrêtez|demandez[- ]vous|n['’]oubliez|évitez)\b/i,
  },
  {
    reason: 'always',
    points: 12,
    en: /\b(?:every|nobody|everybody|everyone|nothing|the (?:most|best|worst|only|first|biggest))\b/i,
    fr: /\b(?:tout le monde|personne|rien|chaque|toujours|(?:le|la|les) (?:plus|meilleure?s?|pires?|seule?s?|premi(?:er|ère)s?))\b/i,
  },
  {
    reason: 'because',
    points: 8,
    en: /\b(?:because|that['’]s why|which means|so that)\b/i,
    fr: /\b(?:parce qu|c['’]est pourquoi|ce qui veut dire|pour que)/i,
  },
];

const figure =
  /\b\d+(?:[.,]\d+)?\s?(?:%|percent|pour cent|\$|€|times|fois|years?|ans|months?|mois|days?|jours?|million|milliard|thousand|mille)?/i;

/** What depends on the sentence before it does not stand alone. */
const leaning = {
  en: /^(?:and|but|so|because|or|then|also|it|he|she|they|this|that|these|those|which|yeah|yes|no|well|exactly|right|okay|um|uh)\b/i,
  fr: /^(?:et|mais|donc|alors|parce qu|car|puis|aussi|il|elle|ils|elles|ça|cela|ce(?! qu[ei]\b)|cette|ces|oui|non|ben|bah|exactement|voilà|euh|d['’]accord|ouais|lequel|laquelle)\b/i,
};
const hesitating = /\b(?:um+|uh+|er+m|euh+|you know|tu sais|vous savez|genre|like, )\b/i;

/** What is longer is no sentence that anybody repeats; and it bounds the work. */
const longest = 600;

/** How much a sentence claims, 0 to 100, and why; 0: it does not stand alone, asks, or greets. */
export function judgeClaim(sentence: string, language: string): { score: number; reasons: Reason[] } {
  const lang = language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  const text = sentence.trim();
  if (text.length > longest) return { score: 0, reasons: [] };
  if (!/[.!…]["'»”’)]*$/.test(text) || leaning[lang].test(text) || isSmallTalk(text)) return { score: 0, reasons: [] };
  const found = signs.filter((sign) => sign[lang].test(text));
  const hasFigure = figure.test(text);
  const isClear = text.length >= 45 && text.length <= 180 && !hesitating.test(text);
  const points = found.reduce((sum, { points: each }) => sum + each, 0) + (hasFigure ? 14 : 0) + (isClear ? 18 : 0);
  const reasons: Reason[] = [
    ...found.map(({ reason }) => reason),
    ...(hasFigure ? (['figure'] as const) : []),
    ...(isClear ? (['clear'] as const) : []),
  ];
  const hasClaim = found.length > 0 || hasFigure;
  return { score: hasClaim ? Math.min(100, 20 + points) : isClear ? 15 : 0, reasons };
}

function isSmallTalk(text: string): boolean {
  return /\b(?:welcome (?:to|back)|thank(?:s| you)|my guest|bienvenue|merci|mon invitée?|bonjour|hello|goodbye|au revoir)\b/i.test(
    text,
  );
}
