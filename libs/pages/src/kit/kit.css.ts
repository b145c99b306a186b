/** What the kit's page has beyond the other pages behind a guest's link. */
export const kitCss = `
.kit-opening{padding-bottom:1.75rem}
.kit-when{font-size:var(--s1);margin:0}
.kit-sound{display:grid;gap:.5rem 1.25rem;margin-top:1.25rem}
.kit-sound .hint{margin:0}
.kit-sound .label,.kit-link .label{font-weight:600;margin:0 0 .25rem}
.kit-sound audio{width:100%;height:44px}
.kit-ab{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem}
.kit-waiting{border-top:4px solid var(--accent)}
.kit-waiting b{font-size:var(--s1)}
.kit-choices{display:grid;gap:.75rem;margin:1rem 0 1.25rem;padding-bottom:1.25rem;border-bottom:1px solid var(--line)}
.chips{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem;min-width:0}
.chips legend{float:left;min-width:5.5rem;padding:.6rem 0 0;font-size:.9375rem;color:var(--ink-soft)}
.chips label{position:relative;cursor:pointer}
.chips input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.chips span{display:flex;align-items:center;min-height:44px;padding:0 .9rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);font-size:.9375rem}
.chips input:checked+span{border-color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink);font-weight:600}
.chips input:focus-visible+span{outline:3px solid var(--after);outline-offset:2px}
.tabs legend{position:absolute;width:1px;height:1px;min-width:0;overflow:hidden;clip-path:inset(50%)}
.tabs input:checked+span{background:var(--ink);color:var(--paper)}
.kit-post textarea{min-height:14rem;line-height:1.5}
.kit-blog textarea{font-family:ui-monospace,monospace;font-size:.875rem;min-height:5rem;max-height:22rem;field-sizing:fixed}
.kit-blog .field{margin-top:1.5rem}
.kit-count{margin:.35rem 0 0;font-size:.9375rem;color:var(--ink-soft);font-variant-numeric:tabular-nums}
.kit-count.over{color:var(--bad);font-weight:600}
.kit-link{margin-top:1.5rem}
.kit-link .hint{margin:.5rem 0 0}
.kit-row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:flex-end}
.kit-row .address-line{flex:1 1 16rem;min-width:0;min-height:44px}
.kit-row .field{margin:0;flex:0 1 14rem}
.kit-row .button{min-height:48px}
.kit-preview{margin-top:2rem}
.kit-preview figure{margin:.75rem 0;border:1px solid var(--line);border-radius:var(--radius-card);overflow:hidden;background:var(--surface);max-width:32rem}
.kit-preview img{width:100%;height:auto}
.kit-preview figcaption{padding:.75rem 1rem;display:grid;gap:.15rem}
.kit-preview figcaption b{font-weight:600;line-height:1.3}
.kit-preview figcaption span{font-size:.875rem;color:var(--ink-soft)}
.kit-nocard{aspect-ratio:1200/630;display:grid;place-content:center;text-align:center;margin:0;padding:1rem;color:var(--ink-soft);background:var(--paper)}
.kit-head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 1rem;align-items:center}
.kit-head h2{margin:0}
.kit-group h3{margin:1.25rem 0 .5rem}
.kit-group ul{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:.75rem}
.kit-group li{min-width:0}
.kit-file{display:flex;gap:.75rem;align-items:center;min-height:72px;height:100%;padding:.6rem;border:1px solid var(--line);border-radius:var(--radius-card);background:var(--surface);color:inherit;text-decoration:none}
.kit-file:hover{border-color:var(--ink-soft)}
.kit-file img{width:72px;height:72px;object-fit:contain;flex:none;border-radius:4px;background:var(--paper)}
.kit-file-words{min-width:0;display:grid}
.kit-file-words b{font-weight:600}
.kit-file-words span{font-size:.875rem;color:var(--ink-soft)}
.kit-file.is-waiting{border-style:dashed;color:var(--ink-soft)}
.kit-effect{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1rem 0}
.kit-effect dt{font-size:.9375rem;color:var(--ink-soft)}
.kit-effect dd{margin:0;font:700 var(--s3)/1.2 var(--heading);font-variant-numeric:tabular-nums}
.kit-disclaimers div{padding-block:.5rem}
.kit-disclaimers dt{font-weight:600}
.kit-disclaimers dd{margin:0}
.kit-help ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 1.5rem}
.kit-help a{display:inline-flex;align-items:center;min-height:44px}
@media(max-width:40em){
.chips:not(.tabs) legend{float:none;width:100%;padding:0}
.acts .button{flex:1 1 100%}
.kit-row .button{flex:1 1 100%}
}
@media(min-width:64em){
.desk:has(>.kit-share){max-width:none}
.desk:has(>.kit-share)>.sheet:not(.kit-share,.kit-files)>*{max-width:46rem}
.kit-share{display:grid;grid-template-columns:minmax(0,40rem) minmax(0,1fr);column-gap:3.5rem;align-content:start}
.kit-share>*{grid-column:1}
.kit-share>.kit-preview{grid-column:2;grid-row:1/span 9;align-self:start;position:sticky;top:1.5rem;margin:0}
}
@media(min-width:40em){.kit-sound{grid-template-columns:1fr 1fr}.kit-sound .hint{grid-column:1/-1}}
`;
