/** What an episode's page has beside its player: takeaways, parts, acts, files, related, neighbours; the page before it is out. */
export const episodeCss = `
.title-now{margin:.15rem 0 0;color:var(--ink)}
@media(max-width:40em){
.title-now{font-size:.875rem;line-height:1.35}
.people{margin-top:.75rem;gap:.6rem}
.people .title-then{font-size:.9375rem;line-height:1.35}
.people .disclaimer{font-size:.9375rem;line-height:1.35}
.people .is-host .portrait{display:none}
.people .is-host .person{font-size:1rem}
.what{margin-top:.6rem}
.what time{display:none}
.several{gap:.4rem}
.several .title-then,.several .disclaimer,.several .title-now{font-size:.875rem;line-height:1.3;margin-top:0!important}
.opening{margin-bottom:1rem}
}
.takeaways ol{list-style:none;counter-reset:take;padding:0;margin:0}
.takeaways li{counter-increment:take;position:relative;padding:.7rem 0 .7rem 2.75rem;border-top:1px solid var(--line);font-size:var(--s1);line-height:1.4}
.takeaways li:last-child{border-bottom:1px solid var(--line)}
.takeaways li::before{content:counter(take);position:absolute;left:0;top:.55rem;font:700 var(--s2)/1.2 var(--heading);color:var(--accent)}
.takeaways a{display:inline-block;font-size:1rem;font-variant-numeric:tabular-nums;padding:.15rem .35rem;margin-block:-.15rem}
.acts{display:flex;flex-wrap:wrap;gap:.5rem;align-items:flex-start;margin-bottom:2.5rem}
.speakers{margin:-1rem 0 2rem;max-width:50rem}
.acts details[open]{flex-basis:100%}
.lines{list-style:none;padding:0;margin:0 0 1rem}
.facts li,.downloads li{font-size:.9375rem}
.downloads a{display:inline-block;padding-block:.4rem}
.parts{border-left:4px solid var(--accent);padding-left:clamp(1rem,4vw,1.5rem)}
.parts h2{margin-bottom:.75rem;font-size:var(--s2)}
.parts ol{list-style:none;padding:0;margin:0 0 1rem}
.parts li{display:flex;gap:1rem;padding-block:.6rem;border-top:1px solid var(--line)}
.parts .part{flex:none;width:1.5rem;font:700 var(--s2)/1.3 var(--heading);color:var(--ink-soft)}
.parts [aria-current] .part{color:var(--accent)}
.parts .card-title{margin:0;font-size:1.0625rem;line-height:1.3}
.parts .card-title a{color:var(--after)}
.parts .under{margin:0}
.parts .is-coming .card-title{color:var(--ink-soft)}
.parts .mails{margin-bottom:0}
.part-chapters summary{display:inline-block;min-height:24px;padding-block:.35rem;color:var(--after);font-size:.9375rem;cursor:pointer}
.part-chapters ol{margin:0!important}
.part-chapters li{padding-block:0!important;font-size:.9375rem}
.part-chapters a{display:block;padding-block:.5rem;color:inherit;text-decoration:none}
.part-chapters a:hover{text-decoration:underline}
.part-chapters .at{color:var(--after);font-variant-numeric:tabular-nums;margin-right:.5rem}
.next-part{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
.files{list-style:none;padding:0;margin:0}
.files a{display:flex;gap:1rem;align-items:center;padding-block:.6rem;border-top:1px solid var(--line);color:inherit;text-decoration:none}
.files li:last-child a{border-bottom:1px solid var(--line)}
.files a:hover .file-name{text-decoration:underline}
.files img,.file-sheet{flex:none;width:56px;height:56px;border-radius:var(--radius);object-fit:cover}
.files .file-name{display:block;font-weight:600}
.file-sheet path{fill:var(--surface);stroke:var(--before)}
.file-sheet text{font:700 10px var(--text);fill:var(--ink-soft)}
.talk-text b i{font:400 .875rem var(--text);color:var(--ink-soft)}
.related ul{list-style:none;padding:0;margin:0;display:grid;gap:0 2.5rem}
.related li{border-top:1px solid var(--line);padding-block:1rem}
.related p{margin:0}
.related .why{font-size:.9375rem;color:var(--ink-soft);margin-bottom:.25rem}
.neighbours{display:grid;gap:1rem 2.5rem;border-top:1px solid var(--line);padding-block:1.25rem;margin-bottom:1.5rem}
.neighbours p{margin:0}
.neighbours a{display:inline-block;padding-block:.3rem;font-weight:600}
.yours h2,.share h2{font-size:var(--s2)}
.teaser-when{font:700 var(--s2)/1.25 var(--heading);border-left:4px solid var(--accent);padding-left:1rem;margin:1.5rem 0 1rem;max-width:34rem}
.teaser-when::first-letter{text-transform:uppercase}
.js .own-time{display:block;min-height:1.5rem;font:400 .9375rem/1.5rem var(--text);color:var(--ink-soft)}
.whence{display:flex;gap:.75rem;align-items:center;margin-bottom:.5rem}
.whence ol{margin:0}
.whence .cover{border-radius:var(--radius)}
@media(max-width:59.99em){.episode .side .cover{display:none}}
@media(min-width:60em){.whence .cover{display:none}}
@media(min-width:60em) and (min-height:40em){.episode .side{position:sticky;top:2rem;align-self:start}}
@media(max-width:40em){
.takeaways .count{display:block;margin:.25rem 0 0}
.takeaways li{font-size:1rem;padding-block:.5rem}
.acts .button{padding-inline:.8rem}
.takeaways li::before{top:.4rem}
}
.on-paper{display:none}
@media print{
.acts,.mails,.yours,.related,.neighbours,.talk-files,.downloads,.more-talk>summary,.more-chapters>summary,.part-chapters,.whence img{display:none!important}
:is(.more-talk,.more-chapters)::details-content{content-visibility:visible;display:block}
.on-paper{display:flex;gap:6mm;align-items:center;margin:6mm 0;break-inside:avoid}
.on-paper img{width:30mm;height:30mm}
.on-paper p{margin:0;overflow-wrap:anywhere}
.block{margin-bottom:8mm}
h2,h3{break-after:avoid}
.takeaways li,.talk-text p,.people li{break-inside:avoid}
}
@media(min-width:40em){
.related ul{grid-template-columns:1fr 1fr}
.neighbours{grid-template-columns:1fr 1fr}
}
`;
