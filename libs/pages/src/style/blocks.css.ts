/** The parts that pages are made of: openings, people, rows, lists, follow, programme, the empty platform. */
export const blocksCss = `
.opening{max-width:50rem;margin-bottom:1.25rem}
.block{margin-bottom:3rem}
.columns{display:grid;gap:2rem 3.5rem}
.main{min-width:0;max-width:var(--measure)}
.crumbs ol{list-style:none;display:flex;flex-wrap:wrap;align-items:baseline;padding:0;margin:0 0 .5rem;font-size:.9375rem}
.crumbs li+li::before{content:"›";padding-inline:.5em}
.crumbs a{color:inherit;display:inline-block;padding-block:2px}
.promise{font-size:var(--s1);line-height:1.4;margin:.75rem 0 1rem;max-width:40rem}
.portrait{border-radius:var(--radius-card);flex:none;object-fit:cover;background:var(--line)}
.cover{border-radius:var(--radius-card);object-fit:cover;background:var(--line)}
.monogram{background:var(--surface);border:1px solid var(--line)}
.monogram text{font:700 17px var(--heading);fill:var(--ink)}
.monogram rect{fill:var(--accent)}
.people{list-style:none;padding:0;margin:1rem 0 0;display:grid;gap:1rem 2rem}
.people li{display:flex;gap:.875rem;align-items:flex-start}
.people .portrait{width:56px;height:56px}
.people p{margin:0}
.person{font-size:var(--s1)}
.role{font:400 .875rem var(--text);letter-spacing:0;color:var(--ink-soft);margin-left:.5em}
.title-then{margin:.15rem 0 0}
.disclaimer{font-size:.9375rem;font-style:italic;margin:.25rem 0 0!important;max-width:34rem}
.disclaimer::before{content:"— "}
.what{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:center;margin:.75rem 0 0;font-weight:500}
.summary{font-size:var(--s1);line-height:1.5}
.prose ul,.prose ol{padding-left:1.25rem}
.prose li{margin-bottom:.35rem}
.prose h3{margin:2rem 0 .5rem}
.prose blockquote{margin:0 0 1rem;padding-left:1rem;border-left:3px solid var(--line);color:var(--ink-soft)}
.prose>:last-child{margin-bottom:0}
.chapters{list-style:none;padding:0;margin:0}
.chapters li{display:flex;border-top:1px solid var(--line)}
.chapters li:last-child{border-bottom:1px solid var(--line)}
.chapters a{color:inherit;text-decoration:none;min-height:44px;padding:.6rem .5rem}
.chapters a:first-child{display:flex;gap:1rem;flex:1;min-width:0}
.chapters a:hover{background:var(--surface)}
.chapters .at{flex:none;min-width:4.2em;text-align:right;color:var(--after);font-variant-numeric:tabular-nums}
.chapters .is-current{background:var(--surface);box-shadow:inset 3px 0 var(--accent)}
.chapters .is-current a{font-weight:600}
.chapters .out{color:var(--after);flex:none;min-width:44px;text-align:center}
.more-chapters summary,.keys summary{cursor:pointer;color:var(--after);min-height:44px;padding-block:.6rem}
.talk-text p{margin:0 0 1rem}
.talk-text p>a{color:var(--after);font-size:.875rem;font-variant-numeric:tabular-nums;text-decoration:none;margin-right:.75rem}
.talk-text p>a:hover{text-decoration:underline}
.talk-text b{margin-right:.5rem}
.more-talk summary{cursor:pointer;color:var(--after);min-height:44px;padding-block:.6rem}
.talk-files{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;font-size:.9375rem;color:var(--ink-soft)}
.talk-files a{padding-block:.4rem}
.facts div{margin:0}
.facts dd{margin:0}
.facts{font-size:.9375rem;margin:1rem 0}
.side .cover{width:100%;max-width:280px;height:auto;aspect-ratio:1}
.follow{border-top:4px solid var(--accent);padding-top:1rem;margin-bottom:3rem}
.follow h2,.side h2{font-size:var(--s2);margin-bottom:.5rem}
.follow p{color:var(--ink-soft);font-size:.9375rem}
.apps{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
.feed-address{display:flex;gap:.5rem;align-items:flex-end}
.feed-address label{flex:1;min-width:0;font-size:.875rem;color:var(--ink-soft)}
.feed-address input{display:block;width:100%;min-height:44px;margin-top:.25rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);padding:.25rem .6rem;font-size:.875rem;text-overflow:ellipsis}
.row{display:flex;gap:1.5rem;justify-content:space-between;align-items:center;border-top:1px solid var(--line);padding-block:1.25rem}
.row>div{min-width:0}
.row h2{font-size:var(--s1);line-height:1.22;margin:0}
.row p{margin:0}
.row .lead{margin:.4rem 0}
.over,.under{font-size:.9375rem}
.over{display:flex;flex-wrap:wrap;gap:0 .5rem;margin-bottom:.35rem!important}
:is(.over,.under,.when-where,.what):has(>:nth-child(2)){margin-left:-1.2rem;clip-path:inset(-4px -4px -4px 1.2rem);column-gap:0}
:is(.over,.under,.when-where,.what):has(>:nth-child(2))>*{position:relative;padding-left:1.2rem}
:is(.over,.under,.when-where,.what):has(>:nth-child(2))>::before{content:"·";position:absolute;left:.45rem;color:var(--before);font-weight:400}
.under{display:flex;flex-wrap:wrap;gap:0 .5rem}
.names{font-weight:600}
.row .names{margin-top:.25rem}
.tiny-wave{flex:none;stroke:var(--after);stroke-width:2;opacity:.75}
.pages{display:grid;grid-template-columns:1fr auto 1fr;gap:1rem;align-items:center;border-top:1px solid var(--line);padding-top:1.5rem;color:var(--ink-soft);font-size:.9375rem}
.pages>:first-child{justify-self:start}
.pages>:last-child{justify-self:end}
.covers{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(9.5rem,44%),1fr));gap:2rem 1.5rem;margin:0 0 3.5rem}
.covers .cover{width:100%;height:auto;aspect-ratio:1}
.covers li:only-child{grid-column:1/-1;display:grid;grid-template-columns:min(220px,34%) minmax(0,26rem);gap:clamp(1rem,4vw,1.5rem);align-items:center}
.covers li:only-child .card-title{margin-top:0;font-size:clamp(var(--s2),6vw,var(--s3))}
.covers a{text-decoration:none;color:inherit}
.covers p{margin:.25rem 0 0}
.covers .lead{font-size:.9375rem}
.card-title{font-size:var(--s1);margin:.75rem 0 .25rem}
.card-title a:hover{text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:3px}
.show-opening,.guest-opening{margin-bottom:2.5rem;display:grid;gap:1.5rem;max-width:none;align-items:start}
.show-opening .cover{width:min(280px,60vw);height:auto;aspect-ratio:1}
.hosts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.75rem 1.5rem}
.hosts li{display:flex;align-items:center;gap:.6rem}
.hosts .portrait{border-radius:var(--radius)}
.guest-opening .portrait{width:min(200px,45vw);height:auto;aspect-ratio:1}
.guest-opening h1 small{display:block;font:400 1rem var(--text);letter-spacing:0;color:var(--ink-soft);margin-top:.35rem}
.now{font-size:var(--s1);margin:.75rem 0}
.biography{max-width:var(--measure)}
.links{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:1rem 0 0}
.links a{display:inline-block;padding-block:.4rem}
.then{list-style:none;padding:0;margin:1.5rem 0 0}
.then li{border-top:1px solid var(--line);padding-block:1.25rem}
.then p{margin:0}
.then h3{margin:.2rem 0 .35rem}
.then .title-then{color:var(--ink);font-weight:600}
.when-where{display:flex;flex-wrap:wrap;gap:0 .5rem;margin:1rem 0 0;font-size:var(--s1)}
.when-where .soft{font-size:1rem;align-self:center}
.count{font:400 1rem var(--text);letter-spacing:0;color:var(--ink-soft);margin-left:.5rem;white-space:nowrap}
.day>h3{margin:2rem 0 .75rem}
.day>h3::first-letter{text-transform:uppercase}
.talks{list-style:none;padding:0;margin:0}
.talks li{display:grid;grid-template-columns:3.5rem 1fr;gap:1rem;border-top:1px solid var(--line);padding-block:1rem}
html:lang(en) .talks li{grid-template-columns:5.75rem 1fr}
.talks h3{font-size:1rem}
.talks p{margin:0}
.talks .names{margin:.2rem 0}
.clock{white-space:nowrap;font-variant-numeric:tabular-nums;font-weight:600}
.talk-facts{display:grid;gap:.5rem;border-block:1px solid var(--line);padding-block:1rem;margin-bottom:2rem}
.talk-facts div{display:grid;grid-template-columns:7rem 1fr;gap:1rem}
.talk-facts dt{color:var(--ink-soft)}
.talk-facts dd{margin:0}
.feeds{list-style:none;padding:0}
.feeds li{border-top:1px solid var(--line);padding-block:1rem}
.feeds p{margin:0 0 .25rem}
.more-feeds summary{cursor:pointer;color:var(--after);min-height:44px;padding-block:.6rem}
.more-feeds h3{margin:1rem 0 .25rem}
.more-feeds ul{padding-left:1.25rem}
.choice fieldset{border:0;border-top:1px solid var(--line);padding:1.25rem 0;margin:0;min-width:0}
.choice legend{font:700 var(--s1)/1.2 var(--heading);padding:0;float:left;width:100%;margin-bottom:.5rem}
.choice form ul{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:0 1.5rem;clear:both}
.choice form label{display:flex;gap:.6rem;align-items:center;min-height:44px;cursor:pointer}
.choice input[type=checkbox]{width:1.25rem;height:1.25rem;flex:none;accent-color:var(--accent)}
.choice-problem{border-left:4px solid var(--bad);padding-left:1rem;font-weight:600}
.topics{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.topics a{display:inline-block;padding-block:.4rem}
.empty{border:1px solid var(--line);border-radius:var(--radius-card);background:var(--surface);padding:clamp(1.5rem,5vw,3rem);max-width:40rem}
.empty p{color:var(--ink-soft);margin:.75rem 0 0}
.empty .empty-title{font-size:var(--s3);color:var(--ink)}
:is(.empty,.problem) .plank{display:block;width:6rem;height:8px;background:var(--accent);margin-bottom:1.5rem}
.home-empty{display:grid;place-content:center;min-height:50vh}
.problem{max-width:40rem;padding-top:8vh}
.problem .code{font:700 clamp(5rem,22vw,9rem)/1 var(--heading);letter-spacing:-.04em;margin:0 0 1rem;border-bottom:12px solid var(--accent);width:max-content;padding-bottom:.5rem}
.problem section{margin-bottom:2.5rem}
.problem h1,.problem h2{font-size:var(--s3);margin-bottom:.5rem}
.no-audio{border-left:4px solid var(--before);padding-left:1rem;color:var(--ink-soft)}
@media(max-width:40em){
.several{gap:.75rem}
.several .portrait{width:40px;height:40px}
.several .person{font-size:1rem}
.several .title-then,.several .disclaimer{font-size:.875rem;line-height:1.35}
}
@media(max-width:30em){.tiny-wave{display:none}}
@media(min-width:40em){
.talk-text.timed p{position:relative;padding-left:4.5rem}
.talk-text.timed p>a{position:absolute;left:0;top:.2em;margin:0}
.talk-text b{display:block}
.people .portrait{width:72px;height:72px}
.opening{margin-bottom:1.75rem}
.people{grid-template-columns:repeat(auto-fit,minmax(19rem,1fr))}
.show-opening{grid-template-columns:280px 1fr;gap:2.5rem}
.guest-opening{grid-template-columns:200px 1fr;gap:2.5rem}
.then li{display:grid;grid-template-columns:10rem 1fr;gap:1.5rem}
}
@media(min-width:60em){
.columns{grid-template-columns:minmax(0,1fr) 280px}
.covers{grid-template-columns:repeat(auto-fill,minmax(12rem,1fr))}
}
`;
