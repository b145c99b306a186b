/** What a person's page has beyond the site: how the name is said, sentences of theirs, the way to manage it. */
export const guestCss = `
.guest h1 small span+span::before{content:"·";margin-inline:.5rem;color:var(--before)}
.guest .biography{margin-top:.75rem}
.guest .biography>:last-child{margin-bottom:0}
.guest .dated{font-size:.9375rem;margin-top:.25rem}
.guest .then .corrected{font-size:.9375rem;margin-bottom:.35rem}
.said-list{list-style:none;padding:0;margin:0;display:grid;gap:1.75rem 2.5rem;align-items:start}
.said-list li{border-left:4px solid var(--accent);padding-left:1rem;min-width:0}
.said-list blockquote{margin:0 0 .5rem}
.said-list blockquote p{font:700 var(--s1)/1.35 var(--heading);margin:0}
.said-list .under{margin-bottom:0}
.manage{border-top:1px solid var(--line);padding-top:1rem;font-size:.9375rem;color:var(--ink-soft);max-width:40rem}
.guest .write{margin:.75rem 0 0}
.corrections{font-size:.9375rem}
@media(min-width:48em){.said-list{grid-template-columns:1fr 1fr}}
`;
