import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { makeCampaigner, makeProposal } from "@/db/factories";

/**
 * For tests and benches only: a full queue, as the owner of its tables. One report in a hundred of those that wait is hearing care of one
 * account ("author"), of one town, source and import and in one area; `reader` is a moderator.
 * @param waiting how many wait; `decided` how many were decided before.
 */
export async function fillQueue(
  db: Db,
  { waiting, decided, until }: { waiting: number; decided: number; until: Date },
): Promise<{ area: string; batch: string; author: string; reader: string }> {
  const [area, batch] = [randomUUID(), randomUUID()];
  const author = (await makeCampaigner(db)).id;
  const reader = (await makeCampaigner(db, { role: "moderator" })).id;
  const many: string[] = [];
  for (let number = 0; number < 40; number += 1) many.push((await makeCampaigner(db)).id);
  await db.execute(sql`
    insert into batches (id, title, state, imported_by, content_hash, counts)
    values (${batch}, 'A list', 'approved', 'test', 'x', '{}')`);
  await db.execute(sql`
    insert into reports (id, kind, state, author_id, revision, listed_revision, title, submitted_at, category, town,
      source_of, words, area_ids, entry_batch_id)
    select gen_random_uuid(), 'new-service', case when n <= ${waiting} then 'submitted' else 'approved' end::report_state,
      case when n % 100 = 0 then ${author}::uuid else (${sql.param(many)}::uuid[])[1 + n % 40] end,
      1, 1, 'Eye care at clinic ' || n, ${until.toISOString()}::timestamptz - n * interval '1 minute',
      case when n % 100 = 0 then 'hearing' else 'eye-care' end::service_category,
      'Town ' || n % 100, 'paper-' || n % 100 || '.example', array['clinic', (n % 100)::text, 'of', 'provider', n::text],
      case when n % 100 = 0 then array[${area}::uuid] else array[gen_random_uuid()] end,
      case when n % 100 = 0 then ${batch}::uuid end
    from generate_series(1, ${waiting + decided}) as n`);
  await db.execute(sql`
    insert into report_revisions (report_id, number, proposal)
    select id, 1, ${JSON.stringify(makeProposal({ postcode: "", town: "Nowhere-on-Sea" }))}::jsonb
    from reports where lane is not null`);
  await db.execute(sql`analyze reports, report_revisions`);
  return { area, batch, author, reader };
}

/**
 * For benches only: as many services as the site begins with, each at a place of its own in one of a thousand towns, run by one of four hundred
 * providers; and the reports that wait name one of those providers, a town, and for every tenth a place that is there.
 */
export async function fillRecords(db: Db, services: number): Promise<void> {
  await db.execute(sql`
    insert into providers (name, slug, legal_form, published_at)
    select 'Provider ' || n || ' Ltd', 'provider-' || n, 'company', now() from generate_series(1, 400) as n`);
  await db.execute(sql`
    insert into places (name, slug, kind, published_at)
    select 'Clinic ' || n, 'clinic-' || n, 'clinic', now() from generate_series(1, ${services}) as n`);
  await db.execute(sql`
    insert into place_addresses (place_id, key, is_main, lines, town, postcode)
    select id, 'main', true, '', 'Town ' || split_part(slug, '-', 2)::int % 1000,
      'AB' || split_part(slug, '-', 2)::int % 90 || ' ' || split_part(slug, '-', 2)::int % 9 || 'AB'
    from places where slug like 'clinic-%'`);
  await db.execute(sql`
    insert into services (name, slug, category, place_id, address_key, provider_id, status, last_confirmed_on, published_at)
    select 'Eye care at ' || p.name, 'eye-care-' || p.slug, 'eye-care', p.id, 'main', o.id, 'operating', '2026-03-01', now()
    from places p join providers o on o.slug = 'provider-' || 1 + split_part(p.slug, '-', 2)::int % 400
    where p.slug like 'clinic-%'`);
  await db.execute(sql`
    update report_revisions r set proposal = r.proposal || jsonb_build_object('town', 'Town ' || n % 1000, 'providerName',
      'Provider ' || 1 + n % 440, 'placeName', case when n % 10 = 0 then 'Clinic ' || n % ${services} else 'New clinic ' || n end)
    from (select id, row_number() over (order by id) as n from reports where lane is not null) numbered
    where numbered.id = r.report_id`);
  await db.execute(sql`analyze`);
}
