/** What the pages behind a guest's link have beyond the site: the strip with its parts, forms for thumbs, what was saved. */
export const guestLinkCss = `
.desk{max-width:46rem}
.desk-strip{border-bottom:1px solid var(--line);margin-bottom:1.5rem}
.desk-strip p{margin:0}
.desk-strip .what-for{font-size:.9375rem;color:var(--ink-soft)}
.desk-strip .what-for b{color:var(--ink);font-weight:600}
.desk-state{margin:.5rem 0 .75rem!important}
.desk-parts{display:flex;gap:.25rem;list-style:none;padding:0;margin:0;overflow-x:auto}
.desk-parts a{display:inline-flex;align-items:center;gap:.4rem;min-height:44px;padding:0 .9rem;color:var(--ink-soft);text-decoration:none;border-bottom:3px solid transparent;white-space:nowrap}
.desk-parts a:hover{color:var(--ink)}
.desk-parts [aria-current]{color:var(--ink);font-weight:600;border-color:var(--accent)}
.desk-parts .n{background:var(--accent);color:var(--on-accent);border-radius:1em;min-width:1.5em;padding:0 .4em;text-align:center;font-size:.8125rem;font-weight:600}
.desk h1{font-size:var(--s4);margin-bottom:.5rem}
.desk h2{font-size:var(--s2);margin-bottom:.35rem}
.desk .lead{color:var(--ink-soft);max-width:40rem}
.sheet{border-top:1px solid var(--line);padding-block:1.75rem;scroll-margin-top:1rem}
.sheet>:last-child{margin-bottom:0}
.told{border-left:4px solid var(--good);background:var(--surface);padding:.75rem 1rem;border-radius:0 var(--radius) var(--radius) 0;margin-bottom:1.5rem}
.told.bad{border-color:var(--bad)}
.told.warn{border-color:var(--warn)}
.told p{margin:0}
.told p+p{margin-top:.35rem}
.told b{font-weight:600}
.field{margin-bottom:1.1rem;min-width:0}
.field>label:not(.pick),.field>.label,.field legend{display:block;font-weight:600;margin-bottom:.25rem;padding:0}
.field .hint,.hint{display:block;font-size:.9375rem;color:var(--ink-soft);font-weight:400;margin-bottom:.35rem}
.field input:not([type=checkbox]):not([type=radio]),.field select,.field textarea{display:block;width:100%;min-height:44px;border:1px solid var(--before);border-radius:var(--radius);background:var(--surface);color:var(--ink);padding:.5rem .75rem;font:inherit}
.field textarea{min-height:7rem;resize:vertical;field-sizing:content}
.field input[type=file]{padding:.45rem}
.field .wrong{display:block;color:var(--bad);font-weight:600;margin-top:.3rem}
.field [aria-invalid=true]{border:2px solid var(--bad)!important}
fieldset.field{border:0;padding:0;margin-inline:0}
.two{display:grid;gap:0 1.25rem}
.pick{display:flex;gap:.75rem;align-items:flex-start;min-height:44px;padding-block:.55rem;cursor:pointer}
.pick input{width:1.35rem;height:1.35rem;flex:none;margin:.1rem 0 0;accent-color:var(--accent)}
.pick b{font-weight:600;display:block}
.pick span span{color:var(--ink-soft);font-size:.9375rem;display:block}
.picks{list-style:none;padding:0;margin:0}
.picks li{border-top:1px solid var(--line)}
.picks li:first-child{border-top:0}
.acts{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem}
.acts .button{min-height:48px}
.me-photo{display:flex;gap:1rem;align-items:flex-start;margin-bottom:1rem}
.me-photo img,.me-photo svg{border-radius:var(--radius-card);flex:none;width:112px;height:112px}
.me-photo p{margin:0}
.desk details>summary{cursor:pointer;color:var(--after);min-height:44px;padding-block:.6rem}
.wordings{display:grid;gap:.35rem;margin:.35rem 0}
.address-line{display:block;overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:.875rem;background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);padding:.6rem .75rem;user-select:all}
.history{list-style:none;padding:0;margin:0;font-size:.9375rem}
.history li{padding-block:.35rem;border-top:1px solid var(--line)}
.history time{color:var(--ink-soft);margin-right:.6rem}
.code-field input{font:700 var(--s3)/1.2 var(--heading);letter-spacing:.35em;max-width:12em;font-variant-numeric:tabular-nums}
@media(min-width:40em){.two{grid-template-columns:1fr 1fr;align-items:end}}
`;
