import type { Catalog, SiteSettings } from '#libs/catalog';
import { system } from '#libs/kernel';

/** What a show's page and the site say beside the episodes; once, and never over what somebody has written since. */
export async function furnish({ showPage, shows, site, desk }: Catalog, showId: string): Promise<void> {
  const present = await showPage.get(system, showId);
  if (present.version === 1) {
    const out = (await desk.list(system, showId)).filter(({ episode }) => episode.publishedAt !== null);
    const startWith = out.map(({ episode }) => episode.id).slice(0, 3);
    await showPage.save(system, showId, { version: 1, ...pageForm, startWith });
    const host = out.flatMap(({ working }) => working.appearances).find(({ role }) => role === 'host');
    const show = await shows.get(system, showId);
    if (host && show.hostIds.length === 0)
      await shows.update(system, showId, { version: show.version, hostIds: [host.personId] });
  }
  const { version, settings } = await site.get(system);
  if (version === 1 && settings.texts.length === 0) await site.save(system, { version, ...siteForm });
}

const pageForm = {
  promises: [
    { lang: 'en', text: 'One guest, one craft, one honest hour about saying things in public.' },
    { lang: 'fr', text: 'Un invité, un métier, une heure sincère sur ce qu’on dit en public.' },
  ],
  rhythms: [
    { lang: 'en', text: 'every second Monday' },
    { lang: 'fr', text: 'un lundi sur deux' },
  ],
  contact: 'conversations@example.org',
};

const siteForm: Pick<SiteSettings, 'mail' | 'texts'> = {
  mail: 'atelier@example.org',
  texts: [
    {
      lang: 'en',
      legal:
        '## Who publishes this site\n\nAtelier de la parole publique, a sample publisher\n12 Example Street, Montréal, Québec\n\n## Who is responsible\n\nClaire Morin, editor\n\n## Rights\n\nThe recordings belong to those who speak in them. Links and quotations are welcome.',
      privacy: '',
      contact:
        'Write to us about a recording, a correction or a talk of yours. We read everything and answer within a week.',
    },
    {
      lang: 'fr',
      legal:
        '## Qui publie ce site\n\nAtelier de la parole publique, un éditeur d’exemple\n12, rue de l’Exemple, Montréal (Québec)\n\n## Qui en répond\n\nClaire Morin, rédactrice\n\n## Droits\n\nLes enregistrements appartiennent à celles et ceux qui y parlent. Les liens et les citations sont les bienvenus.',
      privacy: '',
      contact:
        'Écrivez-nous pour un enregistrement, une correction ou une conférence à proposer. Nous lisons tout et répondons dans la semaine.',
    },
  ],
};
