/** What the page of approvals has beyond the guest's frame: one card per quote or clip, its words first. */
export const reviewCss = `
.ask-head{margin-bottom:1rem}
.ask-head h1{margin-bottom:.35rem}
.ask-rule{border-left:4px solid var(--accent);padding:.1rem 0 .1rem .9rem;margin:1rem 0}
.ask-rule p{margin:0}
.ask-rule p+p{margin-top:.25rem;color:var(--ink-soft);font-size:.9375rem}
.ask-bar{display:block;width:100%;height:6px;margin:.5rem 0 0;border:0;border-radius:3px;overflow:hidden;appearance:none;background:var(--line);color:var(--after)}
.ask-bar::-webkit-progress-bar{background:var(--line)}
.ask-bar::-webkit-progress-value{background:var(--after)}
.ask-bar::-moz-progress-bar{background:var(--after)}
.ask{border-top:1px solid var(--line);padding-block:1.75rem;scroll-margin-top:1rem}
.ask h2{font:600 .9375rem/1.4 var(--text);color:var(--ink-soft);margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.15rem .75rem}
.ask h2 .num{margin-left:auto}
.ask audio{display:block;width:100%;height:44px;margin:.25rem 0 1rem}
.ask .words{font:700 var(--s2)/1.3 var(--heading);margin:0 0 .5rem;text-wrap:pretty}
.ask .as-spoken{color:var(--ink-soft);margin:0 0 .75rem}
.ask .as-spoken q{color:var(--ink)}
.ask fieldset{border:0;padding:0;margin:0 0 1rem}
.ask fieldset+fieldset{margin-top:1.5rem}
.ask legend{padding:0;font-weight:600;margin-bottom:.25rem}
.ask .wording{margin:0 0 .25rem;font-size:1.0625rem}
html:lang(fr) .ask q{quotes:'«\\00a0' '\\00a0»'}
.ask .choices{display:grid}
.ask .touch{margin:.25rem 0 .5rem 2.1rem}
.ask .touch textarea{display:block;width:100%;min-height:5rem;border:1px solid var(--before);border-radius:var(--radius);background:var(--surface);color:var(--ink);padding:.5rem .75rem;font:inherit;field-sizing:content}
.ask .touch label{font-weight:600}
@supports selector(:has(*)){.ask fieldset:not(:has([value=touched]:checked)) .touch{display:none}}
.ask .scope{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.ask .acts{margin-top:.25rem}
.ask .answer-of{margin-bottom:.75rem}
.ask .answer-of p{margin-bottom:.15rem}
.ask .change summary{min-height:44px;padding-block:.6rem;color:var(--after);cursor:pointer}
.ask .change[open] summary{margin-bottom:.5rem}
.all-answered{border:1px solid var(--line);border-left:4px solid var(--good);border-radius:var(--radius-card);background:var(--surface);padding:1.1rem 1.25rem;margin-block:1rem}
.all-answered p{margin:0 0 .35rem}
.all-answered .stand{font-size:var(--s1)}
.all-answered .acts{margin:.75rem 0 0}
:is(.ask,.all-answered) .stand{font-weight:600;display:flex;gap:.5rem;align-items:baseline;margin:0 0 .75rem}
:is(.ask,.all-answered) .stand svg{width:1em;height:1em;flex:none;align-self:center}
:is(.ask,.all-answered) .stand.yes{color:var(--good)}
.ask .stand.no{color:var(--bad)}
.ask .stand.wait{color:var(--warn)}
`;
