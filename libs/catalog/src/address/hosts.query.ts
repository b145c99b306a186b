import type { DataSource, EntityManager } from 'typeorm';
import type { Addresses } from './addresses.js';
import type { HostedShow } from './host-book.js';

/** Makes `addresses` know the hosts of shows as they are now: before a build, and after every change. */
export async function renewHosts(db: DataSource | EntityManager, addresses: Addresses): Promise<void> {
  addresses.hosts.replace(await readHosts(db));
}

/** Shows with an active host of their own, neither in the bin nor gone. */
export async function readHosts(db: DataSource | EntityManager): Promise<HostedShow[]> {
  return db.query(
    `select s.slug, s.host, s.language,
       array(select e.slug from events e where e.show_id = s.id and e.deleted_at is null) as events,
       coalesce((select json_agg(json_build_object('lang', t.lang, 'title', t.title) order by t.lang)
         from show_texts t where t.show_id = s.id), '[]'::json) as texts
     from shows s
     where s.host is not null and s.host_active_at is not null and s.deleted_at is null and s.purged_at is null
     order by s.slug`,
  );
}
