import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { makeCampaigner } from "@/db/factories";

/**
 * For tests and benches only: so many services on the map, as the owner of the tables. Each stands at a place of its own in one of a thousand towns and lies in
 * one of 650 constituencies, is run by one of four hundred providers, paid for by one of sixty bodies, and rests on one of a hundred sources.
 * @returns the account of a moderator
 */
export async function fillMap(db: Db, services: number): Promise<{ reader: string }> {
  const reader = (await makeCampaigner(db, { role: "moderator" })).id;
  await db.execute(sql`
    insert into areas (kind, code, slug, name_en, nation, lon, lat, west, south, east, north)
    select 'constituency', 'E14' || n, 'seat-' || n, 'Seat ' || n, 'england', -2, 53, -3, 52, -1, 54 from generate_series(1, 650) as n`);
  await db.execute(sql`
    insert into providers (name, slug, legal_form, published_at)
    select 'Provider ' || n || ' Ltd', 'provider-' || n, 'company', now() from generate_series(1, 400) as n`);
  await db.execute(sql`
    insert into commissioners (name, slug, kind) select 'Board ' || n, 'board-' || n, 'icb' from generate_series(1, 60) as n`);
  await db.execute(sql`
    insert into sources (kind, title, publisher, published_on)
    select 'news', 'Source ' || n, 'Publisher ' || n, '2026-03' from generate_series(1, 100) as n`);
  await db.execute(sql`
    insert into places (name, slug, kind, published_at)
    select 'Clinic ' || n, 'clinic-' || n, 'clinic', now() from generate_series(1, ${services}) as n`);
  await db.execute(sql`
    insert into place_addresses (place_id, key, is_main, lines, town, postcode, lon, lat, precision)
    select id, 'main', true, '', 'Town ' || n % 1000, 'AB' || n % 90 || ' ' || n % 9 || 'AB',
      -5 + (n * 7919 % 100000) / 15000.0, 50.5 + (n * 104729 % 100000) / 15000.0, 'postcode'
    from (select id, split_part(slug, '-', 2)::bigint as n from places) numbered`);
  await db.execute(sql`
    insert into address_areas (address_id, area_id)
    select a.id, area.id from place_addresses a join places p on p.id = a.place_id
      join areas area on area.slug = 'seat-' || 1 + split_part(p.slug, '-', 2)::int % 650`);
  await db.execute(sql`
    insert into services (name, slug, category, place_id, address_key, provider_id, commissioner_id, status, last_confirmed_on, published_at)
    select 'Eye care at ' || p.name, 'eye-care-' || p.slug, (array['eye-care', 'gp-practice', 'dialysis'])[1 + p.n % 3]::service_category,
      p.id, 'main', o.id, c.id, 'operating', '2026-03-01', now()
    from (select *, split_part(slug, '-', 2)::int as n from places) p join providers o on o.slug = 'provider-' || 1 + p.n % 400
      join commissioners c on c.slug = 'board-' || 1 + p.n % 60`);
  await db.execute(sql`
    insert into claims (record_type, record_id, field, value, source_id, says, confirmed_on, recorded_by)
    select 'service', s.id, field, '"x"'::jsonb, source.id, 'It says so.', '2026-03-01', 'test'
    from services s cross join unnest(array['name', 'category', 'place', 'provider', 'status']) as field
      join sources source on source.title = 'Source ' || 1 + split_part(s.slug, '-', 4)::int % 100`);
  await db.execute(sql`analyze`);
  return { reader };
}
