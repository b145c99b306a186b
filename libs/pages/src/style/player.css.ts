/**
 * The player: one large button, the waveform as the seek bar, small tools. Where scripts run, their place is kept from
 * the first drawing, so that nothing moves; the browser's own controls stand there where the script does not come.
 */
export const playerCss = `
.player{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius-card);padding:1.25rem;margin-bottom:2.5rem;min-height:15.5rem;display:grid;align-content:start;gap:.75rem 1.25rem;grid-template-columns:1fr}
.player audio{width:100%}
.player.is-on audio{display:none}
.js .player:not(.is-on) audio{grid-area:1/1/2/-1;align-self:center;z-index:1;animation:wait 3s step-end}
@keyframes wait{from{visibility:hidden}}
.js .player:not(.is-on,.has-film) .wave{animation:leave 3s step-end forwards}
@keyframes leave{to{visibility:hidden}}
.js .player:not(.is-on) :is(.controls,.tools)[hidden]{display:flex!important;visibility:hidden}
.js .player:not(.is-on) [data-share-now][hidden]{display:inline-grid!important;visibility:hidden}
.js .player:not(.is-on) [data-highlights][hidden]{display:inline-flex!important;visibility:hidden}
.js .player:not(.has-film) .controls{grid-row:1}
.screen{aspect-ratio:16/9;width:100%;max-height:58vh;background:#000;border-radius:var(--radius);overflow:hidden;grid-column:1/-1}
.screen video{width:100%;height:100%;object-fit:contain;display:block}
.screen+*{margin-top:.25rem}
.wave{position:relative;height:86px;grid-column:1/-1}
.wave svg{position:absolute;inset:0;width:100%;height:100%;fill:none;stroke:var(--before);stroke-width:2}
.wave .tick{stroke:var(--ink)}
.wave .played{stroke:var(--after);clip-path:inset(0 calc(100% - var(--played,0)*1%) 0 0)}
.wave-small{display:none}
.wave input{position:absolute;inset:0;width:100%;height:100%;margin:0;appearance:none;background:none;cursor:pointer;touch-action:pan-y}
.wave input::-webkit-slider-runnable-track{height:86px;background:none}
.wave input::-moz-range-track{height:86px;background:none}
.wave input::-webkit-slider-thumb{appearance:none;width:4px;height:86px;background:var(--accent);border-radius:2px;box-shadow:0 0 0 2px var(--surface)}
.wave input::-moz-range-thumb{width:4px;height:86px;border:0;background:var(--accent);border-radius:2px;box-shadow:0 0 0 2px var(--surface)}
.wave input:focus-visible{outline-offset:0}
.has-film .wave{height:48px}
.controls{display:flex;align-items:center;gap:1.25rem;grid-column:1/-1}
.play{width:64px;height:64px;flex:none;border-radius:50%;border:0;background:var(--accent);color:var(--on-accent);display:grid;place-items:center;cursor:pointer;padding:0}
.play svg{width:34px;height:34px}
.play:hover{filter:brightness(1.08)}
.player .when-playing,.is-playing .when-paused{display:none}
.player.is-playing .when-playing{display:block}
.times{flex:1;display:flex;justify-content:space-between;gap:1rem;margin:0;font-variant-numeric:tabular-nums;color:var(--ink-soft)}
.times span:first-child{color:var(--ink);font-weight:600;font-size:var(--s1)}
.jumps{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem;margin:0}
.start-here{border-color:var(--accent);font-weight:600;gap:.4rem}
.start-here svg{color:var(--accent);width:20px;height:20px}
.tools{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.tools button,.tools select,.mini button,.talk-find button{min-width:44px;min-height:44px;border:1px solid var(--line);border-radius:var(--radius);background:none;padding:0 .6rem;display:inline-grid;place-items:center;cursor:pointer;font-variant-numeric:tabular-nums;font-size:.9375rem}
.tools button:hover,.tools select:hover{border-color:var(--ink-soft)}
.tools [aria-pressed=true]{background:var(--ink);color:var(--paper)}
.tools input[type=range]{accent-color:var(--after);width:6rem;height:44px}
.tools option{background:var(--surface)}
.resume,.said{grid-column:1/-1;margin:0;font-size:.9375rem;color:var(--ink-soft)}
.resume button{border:0;background:none;color:var(--after);text-decoration:underline;min-height:44px;padding:0 .5rem;cursor:pointer}
.player .said:not(:has([data-said]:not(:empty))){display:none}
.said a{display:inline-block;min-height:24px;font-weight:600}
.is-error [data-said]{color:var(--bad)}
dialog.sheet{border:1px solid var(--line);border-radius:var(--radius-card);background:var(--surface);color:var(--ink);padding:1.5rem;width:min(34rem,calc(100% - 2rem));max-height:calc(100% - 2rem);box-shadow:0 12px 40px #0005}
dialog.sheet::backdrop{background:#0008}
dialog.sheet h2{font-size:var(--s2);margin:0}
.sheet-head{display:flex;justify-content:space-between;align-items:center;margin-bottom:.5rem}
.plain{width:44px;height:44px;border:0;background:none;display:grid;place-items:center;cursor:pointer}
.check{display:flex;gap:.6rem;align-items:center;min-height:44px;cursor:pointer}
.check input{width:1.25rem;height:1.25rem;flex:none;accent-color:var(--accent)}
.key-list div{display:flex;gap:1rem;border-top:1px solid var(--line);padding-block:.4rem}
.key-list{margin:.5rem 0 0}
.key-list dt{flex:none;min-width:7rem}
.key-list dd{margin:0}
kbd{font:600 .875rem ui-monospace,monospace;border:1px solid var(--line);border-radius:4px;padding:.05rem .35rem}
.mini{position:fixed;z-index:5;inset:auto 0 0;display:flex;align-items:center;gap:.5rem;padding:.5rem max(1rem,calc(50% - 35rem));padding-bottom:calc(.5rem + env(safe-area-inset-bottom));background:var(--surface);border-top:1px solid var(--line)}
.mini a{flex:1;min-width:0;display:flex;gap:.75rem;align-items:center;min-height:44px;color:inherit;text-decoration:none;font-variant-numeric:tabular-nums}
.mini-title{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:600}
.mini .mini-play{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.has-mini{scroll-padding-bottom:84px}
.has-mini body{padding-bottom:72px}
.has-mini .offer{bottom:84px}
.sound-note{border-left:4px solid var(--accent);padding:.25rem 0 .25rem 1rem;margin:-1rem 0 2.5rem;max-width:var(--measure)}
.sound-note p{margin:0}
.sound-note p+p{margin-top:.5rem}
.sound-note a{display:inline-block;min-height:24px;padding-block:2px}
@media(max-width:40em){
.player{padding:1rem;margin-inline:-.25rem}
.wave-wide,.volume,.tools .wide,.tools .keys{display:none}
.wave-small{display:block}
.play{width:56px;height:56px}
.wave{height:64px}
.wave input::-webkit-slider-runnable-track{height:64px}
.wave input::-webkit-slider-thumb{height:64px}
.wave input::-moz-range-thumb{height:64px}
dialog.sheet{padding:1rem}
}
@media(hover:none)and (pointer:coarse){.tools .keys{display:none}}
@media(min-width:60em){
.player{padding:1.5rem;min-height:14.75rem}
.js .player:not(.has-film){grid-template-columns:76px 1fr;gap:.5rem 1.5rem}
.js .player:not(.has-film) .controls,.js .player:not(.is-on,.has-film) .controls[hidden]{display:contents!important}
.js .player:not(.has-film) .play{grid-area:1/1;align-self:center;width:76px;height:76px}
.js .player:not(.has-film) .wave{grid-area:1/2}
.js .player:not(.has-film) :is(.times,.tools,.jumps,.resume,.said){grid-column:2}
.js .player:not(.has-film) .times{grid-row:2}
.tools .keys{margin-left:auto}
}
@media print{.share,.listen-in,.talk-tools,.mini{display:none!important}}
`;
