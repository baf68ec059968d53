import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { writtenNameOf } from "@/db/queries/plain-name";
import { writtenName } from "@/domain/names/plain-name";
import type { ServiceCategory } from "@/domain/services/category";

export type TwinQuery = {
  category: ServiceCategory;
  placeId: string | null;
  /** Of a place that the report describes itself. */
  placeName: string;
  /** Of care that has no place of its own: the area that it serves. */
  areaId: string | null;
  /** As it is stored: "CA2 7HY"; empty when unknown. */
  postcode: string;
  town: string;
  providerId: string | null;
};
/** In the order in which they are told, where several hold. */
const TWIN_REASONS = ["same-place", "same-postcode", "same-area", "same-provider-and-town"] as const;
export type TwinReason = (typeof TWIN_REASONS)[number];
export type LikelyTwin = {
  id: string;
  slug: string;
  name: string;
  category: ServiceCategory;
  status: string;
  placeName: string | null;
  town: string | null;
  postcode: string | null;
  providerName: string | null;
  because: TwinReason;
};

const MOST = 20;

/**
 * Services that may be the one a report means, for many reports in one question: the same category at the same place or postcode, or of
 * the same provider in the same area where it has no place, or anything of the same provider in the same town. What is held back is among
 * them, or a later report would bring it back; those that ended, were merged away or went with what was undone are not.
 * @returns for each query, in its order.
 */
export async function findLikelyTwins(db: Db, queries: readonly TwinQuery[]): Promise<LikelyTwin[][]> {
  const found = queries.map((): LikelyTwin[] => []);
  if (queries.length === 0) return found;
  const asked = queries.map((query, number) => ({
    number,
    category: query.category,
    place: query.placeId,
    // A place that was chosen needs no name to be found by.
    called: query.placeId === null && query.placeName !== "" ? writtenName(query.placeName) : null,
    area: query.areaId,
    postcode: query.postcode || null,
    town: query.town.trim().toLowerCase() || null,
    provider: query.providerId,
  }));
  // One part for each index; the first reason that holds is told.
  const rows = await db.execute<Omit<LikelyTwin, "because"> & { number: number; reason: number }>(sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as q(number int, category service_category, place uuid, called text, area uuid, postcode text, town text, provider uuid)
    ), near as (
      select asked.number, s.id, 0 as reason
      from asked join services s on s.place_id = asked.place and s.category = asked.category
      union all
      select asked.number, s.id, 0
      from asked join place_addresses a on lower(a.town) = asked.town
        join places p on p.id = a.place_id and ${writtenNameOf(sql`p.name`)} = asked.called
        join services s on s.place_id = p.id and coalesce(s.address_key, 'main') = a.key and s.category = asked.category
      union all
      select asked.number, s.id, 1
      from asked join place_addresses a on a.postcode = asked.postcode
        join services s on s.place_id = a.place_id and coalesce(s.address_key, 'main') = a.key and s.category = asked.category
      union all
      select asked.number, s.id, 2
      from asked join service_areas served on served.area_id = asked.area
        join services s on s.id = served.service_id and s.place_id is null and s.category = asked.category
      -- Of an organisation that is not named nobody can say that it is another.
      where asked.provider is null or s.provider_id is null or s.provider_id = asked.provider
      union all
      select asked.number, s.id, 3
      from asked join services s on s.provider_id = asked.provider
        join place_addresses a on a.place_id = s.place_id and a.key = coalesce(s.address_key, 'main') and lower(a.town) = asked.town
    ), first as (
      select number, id, min(reason) as reason from near group by number, id
    )
    select first.number, first.reason, s.id, s.slug, s.name, s.category, s.status::text as status, p.name as "placeName",
      a.town, a.postcode, o.name as "providerName"
    from first join services s on s.id = first.id
      left join places p on p.id = s.place_id
      left join place_addresses a on a.place_id = p.id and a.key = coalesce(s.address_key, 'main')
      left join providers o on o.id = s.provider_id
    where s.status <> 'ended' and s.withdrawn_at is null
      and s.visibility in ('published', 'disputed', 'area-only', 'withheld')
    order by s.name, s.id`);
  for (const { number, reason, ...twin } of rows) {
    const because = TWIN_REASONS[reason];
    const list = found[number];
    if (list && because && list.length < MOST) list.push({ ...twin, because });
  }
  return found;
}
