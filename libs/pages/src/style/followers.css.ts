/** Forms to follow by mail, and the answers to them. */
export const followersCss = `
.mails{margin:1.5rem 0}
.mails :is(h2,h3){font-size:var(--s1);line-height:1.22;margin:0 0 .35rem}
.mails p{font-size:.9375rem;color:var(--ink-soft);margin:0 0 .6rem}
.by-mail>label{display:block;font-size:.875rem;color:var(--ink-soft)}
.by-mail>div{display:flex;flex-wrap:wrap;gap:.5rem;margin:.25rem 0 .5rem;max-width:30rem}
.by-mail input{flex:1 1 12rem;min-width:0;min-height:44px;border:1px solid var(--before);border-radius:var(--radius);background:var(--surface);padding:.25rem .6rem}
.by-mail p{font-size:.875rem;color:var(--ink-soft);margin:0}
.by-mail .choice-problem{color:var(--bad)}
.answer{max-width:40rem;padding-top:6vh}
.answer h1{margin-bottom:1rem}
`;
