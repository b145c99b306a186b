/** Quotes and clips on the page of an episode. */
export const clipCss = `
.quotation{margin:0 0 1.75rem;border-left:4px solid var(--accent);padding-left:clamp(1rem,4vw,1.5rem)}
.quotation blockquote{margin:0}
.quotation blockquote p{font:700 var(--s2)/1.3 var(--heading);margin:0 0 .35rem;text-wrap:pretty}
.quotation figcaption .soft{color:var(--ink-soft)}
.in-short .clips{list-style:none;padding:0;margin:0}
.in-short .clips li{border-top:1px solid var(--line);padding-block:.7rem;display:flex;flex-wrap:wrap;gap:.1rem 1rem;justify-content:space-between}
.in-short .clips li:last-child{border-bottom:1px solid var(--line)}
.in-short .clip-title{font-weight:600}
.in-short .moment{display:inline-flex;align-items:center;gap:.4rem;min-height:2rem;font-variant-numeric:tabular-nums}
.in-short .moment svg{width:.7em;height:.7em}
`;
