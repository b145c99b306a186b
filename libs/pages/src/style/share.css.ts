/** Sharing, the listening menu and the tools of the transcript. */
export const shareCss = `
.share fieldset{border:0;padding:0;margin:0 0 .75rem;min-width:0}
.share-quote{margin:0 0 1rem;padding-left:1rem;border-left:4px solid var(--accent);white-space:pre-line}
.share-link{display:flex;gap:.5rem;align-items:flex-end;margin-bottom:.75rem}
.share-link label,.share-embed label{flex:1;min-width:0;font-size:.875rem;color:var(--ink-soft)}
.share input[type=url],.share textarea,.mastodon input,.talk-find input{display:block;width:100%;min-height:44px;margin-top:.25rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);color:var(--ink);padding:.25rem .6rem;font-size:.9375rem;text-overflow:ellipsis}
.share textarea{font:.8125rem/1.4 ui-monospace,monospace;margin-bottom:.5rem;resize:vertical}
.share-to{display:flex;flex-wrap:wrap;gap:.5rem}
.mastodon[open]{flex-basis:100%}
.mastodon summary{list-style:none;width:max-content}
.mastodon form{display:grid;grid-template-columns:1fr auto;gap:.25rem .5rem;align-items:end;margin-top:.5rem;font-size:.875rem}
.mastodon label,.mastodon p{grid-column:1/-1;margin:0}
.share-embed summary,.on-phone summary{cursor:pointer;color:var(--after);min-height:44px;padding-block:.6rem}
.listen-in{position:relative}
.listen-in>summary{list-style:none;width:max-content}
.listen-in>summary::-webkit-details-marker,.mastodon summary::-webkit-details-marker{display:none}
.listen-in>summary::after{content:"";border:5px solid transparent;border-top-color:currentColor;margin:5px 0 0 .5rem}
.listen-sheet{border:1px solid var(--line);border-radius:var(--radius-card);background:var(--surface);padding:1rem 1.25rem;margin-top:.5rem;max-width:26rem}
.listen-apps{list-style:none;padding:0;margin:0 0 .75rem}
.listen-apps li{display:flex;align-items:center;justify-content:space-between;border-top:1px solid var(--line)}
.listen-apps a{flex:1;padding-block:.6rem;min-height:44px;text-decoration:none;color:inherit;font-weight:500}
.listen-apps a:hover{text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:3px}
.listen-fallback:not(:empty){border-left:4px solid var(--accent);padding-left:1rem}
.listen-fallback:empty{margin:0}
.on-phone img{border-radius:var(--radius);background:#fff;margin:.25rem 0 .5rem}
.talk-tools{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;margin-bottom:1rem}
.talk-find{display:flex;gap:.5rem;align-items:center;flex:1 1 16rem}
.talk-find input{max-width:20rem;margin:0}
.talk-hint{margin:0;font-size:.9375rem}
.talk-text [aria-current]{box-shadow:-.9rem 0 var(--paper),-1.1rem 0 var(--accent)}
.talk-text p{scroll-margin:5rem}
mark,::target-text{background:color-mix(in srgb,var(--accent) 22%,var(--paper));color:inherit}
::highlight(found){background:color-mix(in srgb,var(--after) 25%,var(--paper))}
::highlight(found-now){background:var(--after);color:var(--paper)}
.follow-along,.passage{position:fixed;z-index:6;left:50%;transform:translateX(-50%);bottom:1rem;box-shadow:0 4px 20px #0004}
.has-mini :is(.follow-along,.passage){bottom:5.5rem}
.passage:not([hidden])~.follow-along,.follow-along:has(~.passage:not([hidden])){display:none}
`;
