import { tokensCss } from '#libs/look';

/** The player on other sites: its own small sheet, with the system's type, in 152 px and with chapters in 232. */
export const embedCss = squeeze(`
${tokensCss()}
*,*::before,*::after{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;height:100%}
html[data-theme=light]{color-scheme:light}
html[data-theme=dark]{color-scheme:dark}
body{margin:0;height:100%;background:var(--surface);color:var(--ink);font:400 .875rem/1.35 var(--text);overflow-wrap:break-word}
[hidden]{display:none!important}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:focus-visible{outline:3px solid var(--after);outline-offset:-3px;border-radius:2px}
button,input,select{font:inherit;color:inherit}
a{color:var(--after)}
.embed{position:relative;display:grid;grid-template:auto 1fr/auto 1fr;gap:0 .875rem;min-height:150px;height:100%;padding:.75rem;border:1px solid var(--line);border-radius:12px;overflow:hidden}
header{display:contents}
.cover{grid-area:1/1/3/2;width:112px;height:112px;border-radius:8px;object-fit:cover;background:var(--line)}
.monogram{background:var(--paper);border:1px solid var(--line)}
.monogram text{font:700 17px var(--heading);fill:var(--ink)}
.monogram rect{fill:var(--accent)}
.names{grid-area:1/2;min-width:0;padding-right:2.75rem}
h1{font:700 1rem/1.25 var(--heading);margin:0}
h1,.names p{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
h1 a{color:inherit;text-decoration:none;line-height:1.6}
h1 a:hover{text-decoration:underline;text-decoration-color:var(--accent)}
.names p{margin:0;color:var(--ink-soft)}
.about summary{position:absolute;z-index:3;top:.375rem;right:.375rem;width:44px;height:44px;display:grid;place-items:center;list-style:none;cursor:pointer;font:italic 700 1.0625rem/1 Georgia,serif;color:var(--ink-soft)}
.about summary::-webkit-details-marker{display:none}
.about>div{position:absolute;z-index:2;inset:0;background:var(--surface);padding:.75rem 3.25rem .75rem .875rem;overflow:auto}
.about p{margin:0 0 .4rem}
.address{color:var(--ink-soft);font-size:.8125rem;user-select:all;word-break:break-all}
.player{grid-area:2/2;min-width:0;align-self:end}
audio{width:100%;height:44px}
.is-on audio{display:none}
.bar{display:flex;gap:.75rem;align-items:center}
.play{width:48px;height:48px;flex:none;border:0;border-radius:50%;padding:0;background:var(--accent);color:var(--on-accent);display:grid;place-items:center;cursor:pointer}
.when-playing,.is-playing .when-paused{display:none}
.is-playing .when-playing{display:block}
.wave{position:relative;flex:1;height:44px;min-width:0}
html:not(.js) .wave{display:none}
.js .player{position:relative}
.js .player:not(.is-on) audio{position:absolute;inset:0 0 auto;z-index:1;animation:wait 3s step-end}
@keyframes wait{from{visibility:hidden}}
.js .player:not(.is-on) :is(.bar>[data-controls],.wave){display:block!important;visibility:hidden}
.js .player:not(.is-on) .small{display:flex!important;visibility:hidden}
.wave svg{position:absolute;inset:0;width:100%;height:100%;fill:none;stroke:var(--before);stroke-width:2}
.wave .played{stroke:var(--after);clip-path:inset(0 calc(100% - var(--played,0)*1%) 0 0)}
.wave input{position:absolute;inset:0;width:100%;height:100%;margin:0;appearance:none;background:none;cursor:pointer}
.wave input::-webkit-slider-runnable-track{height:44px;background:none}
.wave input::-moz-range-track{height:44px;background:none}
.wave input::-webkit-slider-thumb{appearance:none;width:4px;height:44px;background:var(--accent);border-radius:2px;box-shadow:0 0 0 2px var(--surface)}
.wave input::-moz-range-thumb{width:4px;height:44px;border:0;background:var(--accent);border-radius:2px;box-shadow:0 0 0 2px var(--surface)}
.small{display:flex;gap:.25rem;align-items:center;justify-content:flex-end;font-variant-numeric:tabular-nums;color:var(--ink-soft);margin-bottom:-.5rem}
.small>span:first-child{margin-right:auto}
.small button,.small select{min-width:44px;height:32px;border:0;background:none;padding:0 .25rem;cursor:pointer}
.small option{background:var(--surface)}
.small [aria-pressed=true]{background:var(--ink);color:var(--surface)}
.small svg{display:block;margin:auto}
.volume input{width:5rem;height:32px;margin:0;display:block;accent-color:var(--after)}
.said{position:absolute;inset:auto .75rem .5rem;margin:0;padding:.25rem .5rem;background:var(--surface);color:var(--ink-soft)}
.said:not(:has([data-said]:not(:empty))),.said:not(.is-error){display:none}
.is-error{color:var(--bad)}
.coming{grid-area:2/2;align-self:center;margin:0;font-size:1rem}
.coming b{display:block;color:var(--accent)}
.alone{place-content:center;display:grid}
.chapters{display:none;list-style:none;margin:0;padding:0}
.film{padding:0;grid-template:1fr/1fr}
.film .names{position:absolute;z-index:1;inset:0 0 auto;padding:.6rem 3.5rem .6rem .9rem;background:linear-gradient(#000c,#0000);color:#fff;opacity:0;transition:opacity .15s;pointer-events:none}
.film .names p{color:#fff}
.film:hover .names,.film:focus-within .names{opacity:1;pointer-events:auto}
.film .about summary{color:#fff;text-shadow:0 0 4px #000}
.film .about[open] summary{color:var(--ink);text-shadow:none}
.film .player{grid-area:1/1;align-self:stretch;display:grid;grid-template:1fr auto auto/1fr;min-height:0}
.screen{min-height:0;background:#000}
.screen video{width:100%;height:100%;object-fit:contain;display:block}
.film .bar,.film .small{padding-inline:.5rem}
.film .small{margin:0}
.film .wave{height:32px;background:linear-gradient(var(--after),var(--after)) 0 50%/calc(var(--played,0)*1%) 4px no-repeat,linear-gradient(var(--line),var(--line)) 0 50%/100% 4px no-repeat}
@media(max-width:28em){.film [data-skip]{display:none}.film .small{gap:0}.volume input{width:2.5rem}}
@media(max-width:24em){.cover{display:none}.embed{grid-template-columns:1fr}.names,.player,.coming{grid-column:1}}
@media(min-height:200px){
.embed:not(.film) .player{display:contents}
.embed:not(.film){grid-template-rows:auto auto auto minmax(0,1fr)}
.embed:not(.film) .bar,.embed:not(.film) audio{grid-row:2;grid-column:-2;margin-top:.25rem}
.embed:not(.film) .play{width:44px;height:44px}
.embed:not(.film) .coming{align-self:start;margin-top:.75rem;grid-row:2}
.js .embed:not(.film) .player:not(.is-on) audio{position:static;align-self:center}
.embed:not(.film) .small{grid-row:3;grid-column:-2;margin:0}
.embed:not(.film) .cover{grid-row:1/4}
.embed:not(.film) .chapters{display:block;grid-column:1/-1;grid-row:4;overflow:auto;border-top:1px solid var(--line);margin-top:.4rem}
.chapters a{display:flex;gap:.75rem;padding-block:.4rem;min-height:32px;color:inherit;text-decoration:none}
.chapters a:hover{background:var(--paper)}
.chapters span:first-child{flex:none;min-width:3.5em;text-align:right;color:var(--after);font-variant-numeric:tabular-nums}
.chapters .is-current{font-weight:600;box-shadow:inset 3px 0 var(--accent)}
}
`);

function squeeze(css: string): string {
  return css
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/;}/g, '}');
}
