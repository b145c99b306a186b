/** Parts of the pages about the site and its shows: first page, show, following, the operator's texts. */
export const siteBlocksCss = `
.home-opening{max-width:none;display:grid;gap:1rem 3rem;align-items:end;margin-bottom:2.5rem}
.home-opening .promise{margin-bottom:0}
.show-opening .what{margin-bottom:1rem}
.show-opening .button.primary{min-width:10rem}
.start-with{border-top:4px solid var(--accent);padding-top:1rem}
.start-with>h2{margin-bottom:.25rem}
.start-with ol{list-style:none;padding:0;margin:1.25rem 0 0;display:grid;gap:1rem}
.start-with li{position:relative;background:var(--surface);border:1px solid var(--line);border-radius:var(--radius-card);padding:1.25rem;display:flex;flex-direction:column;gap:.4rem}
.start-with li:hover{border-color:var(--ink-soft)}
.start-with li p{margin:0}
.start-with li .under{margin-top:auto;padding-top:.5rem}
.start-with h3 a::after{content:"";position:absolute;inset:0;border-radius:inherit}
.start-with .portrait{margin-bottom:.35rem}
.show-parts{list-style:none;padding:0;margin:0}
.show-parts li{border-top:1px solid var(--line);display:flex;gap:1rem;justify-content:space-between;align-items:baseline;padding-block:.25rem}
.show-parts a{padding-block:.55rem}
.show-parts [aria-current]{font-weight:600;color:var(--ink)}
.show-parts .soft{font-size:.875rem;white-space:nowrap}
.practical{margin:0;display:grid;gap:.75rem}
.practical dt{font-size:.875rem;color:var(--ink-soft)}
.practical dd,.practical dd p{margin:0}
.search-form{margin-bottom:1.5rem}
.search-form label{display:block;font-size:.875rem;color:var(--ink-soft);margin-bottom:.25rem}
.search-form div{display:flex;gap:.5rem}
.search-form input{flex:1;min-width:0;min-height:44px;border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);padding:.25rem .75rem}
.heard{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:1rem 1.5rem}
.heard li{display:flex;gap:.75rem;align-items:center;min-width:0}
.heard .portrait{width:52px;height:52px}
.heard p{margin:0;line-height:1.3}
.heard .soft{font-size:.875rem}
.follow-opening{display:grid;gap:1rem 1.5rem;max-width:none;align-items:start}
.follow-opening .cover{width:120px;height:120px}
.ways{display:grid;gap:1rem;margin-bottom:2rem}
.way{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius-card);padding:1.25rem 1.5rem;min-width:0}
.way .feed-address,.way .apps{margin-bottom:1rem}
.way h2{font-size:var(--s2);margin-bottom:.5rem}
.way>:last-child{margin-bottom:0}
.way .soft{font-size:.9375rem}
.on-phone-page{display:flex;gap:1.5rem;align-items:center;border-top:1px solid var(--line);padding-top:1.5rem}
.on-phone-page h2{font-size:var(--s2);margin-bottom:.25rem}
.on-phone-page p{margin:0}
.qr{border-radius:var(--radius);flex:none;width:132px;height:auto}
.short-address{font-weight:600;margin-top:.5rem!important;overflow-wrap:anywhere}
.show .side>.soft{margin-bottom:2.5rem}
.site-text{max-width:var(--measure)}
.site-text h1{margin-bottom:2rem}
.site-text>p{margin-top:1.5rem}
.site-text h2{font-size:var(--s2);margin:2rem 0 .5rem}
@media(min-width:40em){
.follow-opening{grid-template-columns:auto 1fr}
.start-with ol{grid-template-columns:repeat(auto-fit,minmax(14rem,1fr))}
}
@media(min-width:60em){
.home-opening{grid-template-columns:1fr minmax(18rem,26rem)}
.home-opening .search-form{margin:0 0 .25rem}
.ways{grid-template-columns:repeat(3,1fr)}
.qr{width:168px}
}
@media print{
.search-form,.start-with,.way form,.way .apps{display:none!important}
.qr{width:60mm}
.way{border:0;padding:0;break-inside:avoid}
.short-address{font-size:16pt}
}
`;
