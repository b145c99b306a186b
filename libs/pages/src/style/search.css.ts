/** The page of a search; only there. */
export const searchCss = `
.searching{max-width:50rem}
.searching .opening{margin-bottom:1rem}
.search-box{display:flex;gap:.5rem;margin-bottom:1rem}
.search-box input{flex:1;min-width:0;font-size:var(--s1);min-height:52px;border:1px solid var(--before);border-radius:var(--radius);background:var(--surface);padding:.25rem .75rem}
.search-box .button{min-height:52px;padding-inline:1.5rem}
.narrow{border:0;margin:0 0 1.5rem;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,9.5rem),1fr));gap:.75rem;align-items:end}
.narrow label{font-size:.875rem;color:var(--ink-soft);min-width:0}
.narrow select{display:block;width:100%;min-height:44px;margin-top:.25rem;border:1px solid var(--before);border-radius:var(--radius);background:var(--surface);color:var(--ink);padding:.25rem .5rem;text-overflow:ellipsis}
.found-count{font-size:var(--s1);margin:1.5rem 0 .75rem}
.found{border-top:1px solid var(--line);padding-block:1.5rem}
.found h3{font-size:var(--s2)}
.found p{margin:0}
.found .names{margin-top:.35rem}
.found mark{background:none;color:inherit;font-weight:700;text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:3px;text-underline-offset:.2em;text-decoration-skip-ink:none}
.moments{list-style:none;padding:0;margin:1rem 0 .5rem}
.moments li{display:grid;grid-template-columns:5.25rem minmax(0,1fr);gap:.25rem .75rem;padding-block:.35rem}
.moments .at{display:inline-flex;gap:.4rem;align-items:center;min-height:44px;align-self:start;margin-top:-.5rem;text-decoration:none;font-variant-numeric:tabular-nums}
.moments .at:hover{text-decoration:underline}
.moments .at svg{fill:currentColor;flex:none}
.what-found{font-size:.875rem;color:var(--ink-soft)}
.search-help{margin-top:2.5rem}
.search-help h2{font-size:var(--s2)}
.search-help ul{list-style:none;padding:0;margin:0}
.search-help li{border-top:1px solid var(--line);padding-block:.75rem}
.search-help kbd{font:600 1em var(--text);background:var(--surface);border:1px solid var(--line);border-radius:4px;padding:.1em .4em;white-space:nowrap}
@media(max-width:30em){
.search-box .button{padding-inline:1rem}
.moments li{grid-template-columns:1fr}
.moments .at{margin:0 0 -.6rem}
.moments span.at{display:none}
}
`;
