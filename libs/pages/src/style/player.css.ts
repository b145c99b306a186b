/** The player: waveform as the seek bar, one large button, small tools; the browser's own controls until then. */
export const playerCss = `
.player{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius-card);padding:1.25rem;margin-bottom:2.5rem;min-height:15.5rem;display:grid;align-content:start;gap:.75rem 1.25rem;grid-template-columns:1fr}
.player audio{width:100%}
.player.is-on{grid-template-columns:auto 1fr auto}
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
.controls{display:contents}
.play{width:64px;height:64px;border-radius:50%;border:0;background:var(--accent);color:var(--on-accent);display:grid;place-items:center;cursor:pointer;padding:0}
.play svg{width:34px;height:34px}
.play:hover{filter:brightness(1.08)}
.player .when-playing,.is-playing .when-paused{display:none}
.is-playing .when-playing{display:block}
.times{grid-column:2/-1;display:flex;justify-content:space-between;align-self:center;gap:1rem;margin:0;font-variant-numeric:tabular-nums;color:var(--ink-soft)}
.times span:first-child{color:var(--ink);font-weight:600;font-size:var(--s1)}
.tools{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.tools button,.tools select{min-width:44px;min-height:44px;border:1px solid var(--line);border-radius:var(--radius);background:none;padding:0 .6rem;display:inline-grid;place-items:center;cursor:pointer;font-variant-numeric:tabular-nums;font-size:.9375rem}
.tools button:hover,.tools select:hover{border-color:var(--ink-soft)}
.tools input[type=range]{accent-color:var(--after);width:6rem;height:44px}
.keys{margin-left:auto;font-size:.9375rem}
.keys[open]{flex-basis:100%;margin:0}
.keys dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.25rem 1.5rem;margin:.5rem 0 0}
.keys dl div{display:flex;gap:.75rem}
.keys dt{min-width:4rem}
.keys dd{margin:0;color:var(--ink-soft)}
.keys label{display:inline-flex;gap:.5rem;align-items:center;min-height:44px}
kbd{font:600 .875rem ui-monospace,monospace;border:1px solid var(--line);border-radius:4px;padding:.05rem .35rem}
.resume,.said{grid-column:1/-1;margin:0;font-size:.9375rem;color:var(--ink-soft)}
.resume button{border:0;background:none;color:var(--after);text-decoration:underline;min-height:44px;padding:0 .5rem;cursor:pointer}
.said:empty{display:none}
.said.is-error{color:var(--bad)}
.sound-note{border-left:4px solid var(--accent);padding:.25rem 0 .25rem 1rem;margin:-1rem 0 2.5rem;max-width:var(--measure)}
.sound-note p{margin:0}
.sound-note p+p{margin-top:.5rem}
.sound-note a{display:inline-block;min-height:24px;padding-block:2px}
@media(hover:none)and (pointer:coarse){.keys{display:none}}
@media(max-width:40em){
.player{padding:1rem;margin-inline:-.25rem}
.wave-wide,.volume{display:none}
.wave-small{display:block}
.player audio,.play,.times{order:-1}
.play{width:56px;height:56px}
}
@media(min-width:60em){
.player.is-on{grid-template-columns:auto 1fr;gap:.5rem 1.5rem}
.player.is-on .wave{grid-column:2}
.player.is-on .play{grid-row:1;grid-column:1;align-self:center;width:76px;height:76px}
.player.is-on .times{grid-column:2;grid-row:2}
.player.is-on .tools,.player.is-on .resume,.player.is-on .said{grid-column:2}
.player{padding:1.5rem;min-height:14.75rem}
}
`;
