/**
 * Names of characters that HTML has and XML lacks: feeds use them without declaring them. They stand for one
 * character each and refer to nothing else, so that nothing can be expanded by them (`abuse:A11`).
 */
export const htmlEntities: Readonly<Record<string, string>> = {
  ...inOrder(
    160,
    `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute
    thorn yuml`,
  ),
  ...inOrder(
    913,
    `Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi
    Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi
    rho sigmaf sigma tau upsilon phi chi psi omega`,
  ),
  ...{ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ', circ: 'ˆ', tilde: '˜' },
  ...{ ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
  ...{ dagger: '†', Dagger: '‡', bull: '•', hellip: '…', permil: '‰', prime: '′', Prime: '″' },
  ...{ lsaquo: '‹', rsaquo: '›', oline: '‾', frasl: '⁄', euro: '€', trade: '™', larr: '←', uarr: '↑' },
  ...{ rarr: '→', darr: '↓', harr: '↔', minus: '−', infin: '∞', asymp: '≈', ne: '≠', le: '≤', ge: '≥' },
  ...{ loz: '◊', spades: '♠', clubs: '♣', hearts: '♥', diams: '♦' },
};

function inOrder(first: number, names: string): Record<string, string> {
  const listed = names.split(/\s+/).map((name, i) => [name, String.fromCodePoint(first + i)] as const);
  return Object.fromEntries(listed.filter(([name]) => name !== '-'));
}
