/** What a person's page has beyond the site: how the name is said, sentences of theirs, the way to manage it. */
export const guestCss = `
.guest h1 small span+span::before{content:"·";margin-inline:.5rem;color:var(--before)}
.guest .dated{font-size:.9375rem;margin-top:-.5rem}
.said-list{list-style:none;padding:0;margin:0;display:grid;gap:1.75rem 2.5rem}
.said-list blockquote{margin:0 0 .5rem;border-left:4px solid var(--accent);padding-left:1rem}
.said-list blockquote p{font:700 var(--s1)/1.35 var(--heading);margin:0}
.said-list .under{padding-left:1.25rem}
.manage{border-top:1px solid var(--line);padding-top:1rem;font-size:.9375rem;color:var(--ink-soft);max-width:40rem}
.corrections{font-size:.9375rem}
@media(min-width:48em){.said-list{grid-template-columns:1fr 1fr}}
`;
