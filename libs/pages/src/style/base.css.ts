/** Ground, type, links, buttons, head and foot of the page, print. */
export const baseCss = `
*,*::before,*::after{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
html[data-theme=light]{color-scheme:light}
html[data-theme=dark]{color-scheme:dark}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--text);overflow-wrap:break-word}
.top,main,.foot{max-width:70rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
h1,h2,h3,h4,.empty-title,.card-title,.person{font-family:var(--heading);font-weight:700;line-height:1.12;letter-spacing:-.012em;text-wrap:balance;margin:0}
h1{font-size:var(--s4);letter-spacing:-.02em}
h1.long{font-size:var(--s3);line-height:1.14}
h1.longer{font-size:var(--s2);line-height:1.18}
h2{font-size:var(--s3);margin-bottom:1rem}
h3{font-size:var(--s1);line-height:1.22}
h4{font-size:1rem;line-height:1.3}
p,ul,ol,dl{margin:0 0 1rem}
a{color:var(--after);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
h1 a,h2 a,h3 a,h4 a,.person a{color:inherit;text-decoration:none}
h3 a:hover,h4 a:hover,.person a:hover{text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:3px}
:focus-visible{outline:3px solid var(--after);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
img,svg{display:block;max-width:100%}
button,input,select{font:inherit;color:inherit}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--ink);color:var(--paper);padding:.75rem 1rem;border-radius:var(--radius);z-index:9}
.skip:focus{top:1rem}
.soft,.over,.under,.names,.title-then,.lead,.crumbs,.what,.disclaimer,.facts,.month,.clock{color:var(--ink-soft)}
.button,.themes button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:.25rem 1rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);color:var(--ink);text-decoration:none;font-size:.9375rem;cursor:pointer}
.button:hover{border-color:var(--ink-soft)}
.button.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
.tag{display:inline-block;border:1px solid var(--line);border-radius:4px;padding:0 .4em;font-size:.875rem;color:var(--ink-soft)}
.top{display:flex;align-items:center;justify-content:space-between;padding-block:.5rem}
.mark{color:var(--ink);display:block;padding-block:.5rem}
.mark svg{height:28px;width:auto}
.mark.named{font:700 1.375rem/1.15 var(--heading);letter-spacing:-.02em;text-decoration:none;min-width:0}
.mark.named span{border-bottom:4px solid var(--accent);padding-bottom:1px}
.top-links{display:flex;align-items:center;gap:.25rem;flex:none;margin-right:-.5rem}
.switch,.find{min-height:44px;display:inline-flex;align-items:center;gap:.4rem;padding-inline:.5rem}
.find{color:var(--ink)}
.find svg{fill:none;stroke:currentColor;stroke-width:2}
.offer{position:fixed;inset:auto 0 0;z-index:8;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;justify-content:center;background:var(--surface);border-top:1px solid var(--line);padding:.5rem 1rem}
.offer p{margin:0 .5rem 0 0}
main{padding-block:.75rem 4rem;min-height:60vh}
.foot{border-top:1px solid var(--line);padding-block:2rem 3rem;font-size:.9375rem;color:var(--ink-soft);display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:center}
.foot p{margin:0;flex-basis:100%}
.foot-links{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
.foot-links a{display:inline-block;padding-block:.4rem}
.themes{display:flex}
.themes button{border-radius:0;min-height:36px;margin-left:-1px;padding-inline:.75rem;font-size:.875rem;color:var(--ink-soft)}
.themes button:first-child{border-radius:var(--radius) 0 0 var(--radius)}
.themes button:last-child{border-radius:0 var(--radius) var(--radius) 0}
.themes [aria-pressed=true]{background:var(--ink);color:var(--paper);border-color:var(--ink)}
@media(min-width:60em){
main{padding-block:2rem 5rem}
h1{font-size:var(--s5)}
h1.long,h1.longer{font-size:var(--s4);line-height:1.12}
.top{padding-block:1.25rem}
.mark svg{height:34px}
}
@media(prefers-reduced-motion:no-preference){
.skip{transition:top .15s}
a,.button{transition:border-color .12s,text-decoration-thickness .12s}
}
@media(max-width:30em){.find span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.find{min-width:44px;justify-content:center}}
@media print{
.top-links,.offer,.foot,.player,.follow,.side .cover,.more,.pages,.skip,audio{display:none!important}
body{background:#fff;color:#000;font-size:11pt}
main,.top{max-width:none;padding:0}
.columns{display:block!important}
a{color:inherit}
.prose a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;word-break:break-all}
.more-chapters>ol,.more-talk>div{display:block}
}
`;
