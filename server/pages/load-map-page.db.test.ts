import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeProvider } from "@/db/factories";
import { listServicesInArea } from "@/db/queries/services";
import { providers } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { ServiceRow } from "@/domain/figures/service-row";
import { type MapAddress, readMapAddress } from "@/domain/map/map-address";
import { filterOf, hasWords } from "@/domain/map/map-filter";
import { maskPins } from "@/domain/map/mask-pins";
import { clustersIn, showPins } from "@/domain/map/pin-clusters";
import { GRID_SIZE } from "@/domain/map/world-grid";
import { kindsOf, PRESETS } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";
import { findPinsOfArea } from "@/server/pages/find-pins-of-area";
import { loadHomePage } from "@/server/pages/load-home-page";
import { loadAreaCounts, loadMapPage, mapPageOf, rowOrder } from "@/server/pages/load-map-page";
import { pinnedOf } from "@/server/pages/load-pins";
import { type MapData, mapData } from "@/server/pages/map-data";
import { mapChoices, typedAreaChoices } from "@/server/pages/map-page-choices";
import { SHIPPED } from "@/server/starter/testing-shipped";

/** Loaded once and then only read. */
let own: FreshDatabase;
let db: Db;
let data: MapData;
let services: readonly ServiceRow[];
beforeAll(async () => {
  own = await freshDatabase({ size: 2, deadlineMs: 120_000, filling: SHIPPED });
  db = own.db;
  [data, services] = [await mapData(db), await allServices(db)];
}, 180_000);
afterAll(() => own.close());

const EVERYWHERE = { west: 0, north: 0, east: GRID_SIZE - 1, south: GRID_SIZE - 1 };
const orNothing = (values: readonly string[]) => fc.constantFrom("", ...values);
const queriesOf = (payers: readonly string[]) =>
  fc.record({
    care: orNothing(["eye-care", "gp-practice", "eye-care,dialysis"]),
    provider: orNothing(["ssp-health", "spamedica", "nobody"]),
    type: orNothing(["company", "charity,company"]),
    area: orNothing(["nation/england", "region/london", "constituency/carlisle"]),
    status: orNothing([
      "operating",
      "planned",
      "no-longer-listed",
      "little-activity",
      "ended,no-longer-listed",
    ]),
    since: orNothing(["2024-10", "2026-01"]),
    exact: orNothing(["yes", "no"]),
    pays: fc.constantFrom("", ...payers),
    q: orNothing(["carlisle", "spamedica", "eye clin", "practice hospital"]),
  });

/** The filters once more, by hand and in SQL, for the services that have a pin. */
async function countedBySql(address: MapAddress, kinds: readonly string[]): Promise<number> {
  const { care, provider, type, area, status, since, exact, pays, q } = address;
  const list = (words: readonly string[]) => sql`${sql.param([...words])}::text[]`;
  const isAmong = (column: string, words: readonly string[]) =>
    words.length === 0 ? sql`true` : sql`${sql.raw(column)} = any(${list(words)})`;
  const kind = `case when s.provider_kind = 'nhs-owned-company' and p.legal_form is distinct from 'nhs-body'
    then 'nhs-owned-company' else coalesce(p.legal_form::text, s.provider_kind::text, 'not-known') end`;
  // An entry that ended more than a year ago, with nothing newer said.
  const shown = `case when s.status = 'operating' and s.may_have_ended = 'register-entry-ended' and exists (
      select 1 from places at left join places twin on twin.merged_into = at.id
      join place_identifiers e on e.place_id in (at.id, twin.id) and e.scheme <> 'ods-branch'
      where at.id = (select coalesce(w.merged_into, w.id) from places w where w.id = s.place_id)
      having bool_and(e.valid_to is not null) and max(e.valid_to) + interval '1 year' < current_date
        and coalesce(s.last_confirmed_on, '') <= max(e.valid_to)::text)
    then 'no-longer-listed'
    when s.status = 'operating' and s.quiet_in is not null then 'little-activity' else s.status::text end`;
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from services s
    join place_addresses a on a.place_id = s.place_id and a.key = coalesce(s.address_key, (
      select main.key from place_addresses main where main.place_id = s.place_id and main.is_main))
    join places at on at.id = s.place_id
    left join providers p on p.id = s.provider_id
    left join commissioners c on c.id = s.commissioner_id
    where s.visibility in ('published', 'disputed') and a.lon is not null
      and ${isAmong(kind, kinds)} and ${isAmong(kind, type)}
      and ${isAmong("s.category::text", care)} and ${isAmong(shown, status)}
      and (${since}::text is null or substr(s.last_confirmed_on, 1, 7) >= ${since})
      and (${pays}::text is null or c.slug = ${pays})
      and (${q}::text is null or (
        select bool_and(concat_ws(' ', s.name, at.name, at.name_cy, a.town, (
          with recursive above as (
            select id, parent_id, name from providers where id = p.id
            union select up.id, up.parent_id, up.name from providers up join above on above.parent_id = up.id)
          select string_agg(name, ' ') from above)) ~* ('\\m' || word))
        from unnest(string_to_array(${q}, ' ')) word))
      and (${exact}::text is null or (a.precision in ('town', 'small-area')) = (${exact} = 'no'))
      and (${provider}::text is null or p.id in (
        with recursive member as (
          select id from providers where slug = ${provider}
          union select child.id from providers child join member on child.parent_id = member.id)
        select id from member))
      and (${area === null} or exists (
        select 1 from areas r where r.kind::text = ${area?.kind ?? ""} and r.slug = ${area?.slug ?? ""} and (
          exists (select 1 from address_areas l where l.address_id = a.id and l.area_id = r.id)
          or exists (select 1 from service_areas v join areas served on served.id = v.area_id
            where v.service_id = s.id and (v.area_id = r.id or (r.kind = 'nation' and served.nation = r.nation))))))`);
  return row?.count ?? -1;
}

test("list, marks and SQL agree for any filter, under each preset", async () => {
  const payers = [...new Set(data.rows.flatMap(({ payer }) => payer?.slug ?? []))].slice(0, 4);
  const asked = fc.tuple(
    queriesOf(payers),
    fc.constantFrom(...PRESETS),
    fc.double({ min: 3.6, max: 14, noNaN: true }),
  );
  await fc.assert(
    fc.asyncProperty(asked, async ([query, definition, zoom]) => {
      const address = readMapAddress(`?${new URLSearchParams(query)}`);
      const page = mapPageOf(data, services, address, definition);
      expect(page.shown).toBe(await countedBySql(address, kindsOf(definition)));
      const texts = Uint8Array.from(data.texts(), (text) => (hasWords(text, address.q) ? 1 : 0));
      const { mask } = maskPins(data.table, definition, filterOf(address), texts);
      const marks = clustersIn(showPins(data.table.pins, mask), EVERYWHERE, zoom);
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(page.shown);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("pins, and services without one, are together what the front page counts", async () => {
  for (const definition of PRESETS) {
    const { pins, withoutPin } = mapPageOf(data, services, readMapAddress(""), definition);
    const home = await loadHomePage(definition, db);
    expect(pins).toBe(pinnedOf(home.services, { provider: null, definition }).length);
    expect(pins + withoutPin).toBe(home.services.length);
  }
});

test("the pages of the list hold every service once, in each order", () => {
  for (const sort of ["near", "name", "place", "provider", "confirmed"]) {
    const page = (number: number) => {
      const asked = readMapAddress(`?care=eye-care&sort=${sort}&page=${number}`);
      return mapPageOf(data, services, asked, "outside-the-nhs");
    };
    const { shown, pages } = page(1);
    const slugs = Array.from({ length: pages }, (_, index) => page(index + 1).rows).flat();
    expect(new Set(slugs).size).toBe(shown);
    expect(slugs.length).toBe(shown);
  }
});

test("the map's filter by area leaves exactly what the page of the area has a pin for", async () => {
  const areas = [
    ...new Set(data.rows.flatMap((row) => row.areas.map(({ kind, slug }) => `${kind}/${slug}`))),
  ];
  expect(areas.length).toBeGreaterThan(100);
  for (const path of [...areas.filter((_, at) => at % 40 === 0), "constituency/carlisle", "nation/england"]) {
    const { shown } = mapPageOf(data, services, readMapAddress(`?area=${path}`), "outside-the-nhs");
    const [kind = "", slug = ""] = path.split("/");
    const [area] = await db.execute<{ id: string }>(
      sql`select id from areas where kind::text = ${kind} and slug = ${slug}`,
    );
    const inside = await listServicesInArea(db, area?.id ?? "");
    expect({ path, shown }).toEqual({
      path,
      shown: pinnedOf(inside, { provider: null, definition: "outside-the-nhs" }).length,
    });
  }
});

test("by town, and what has none last; without a place to look at that is the usual order", () => {
  const [row] = data.rows;
  if (!row) throw new Error("There are rows.");
  const at = (slug: string, town: string, name: string) => ({
    ...row,
    slug,
    place: { ...row.place, town, name },
  });
  const rows = [
    at("c", "", "Acton Clinic"),
    at("b", "Luton", "A"),
    at("a", "Bath", "Z"),
    at("d", "Luton", "B"),
  ];
  for (const query of ["?sort=place", ""]) {
    const sorted = rows.toSorted(rowOrder(readMapAddress(query)));
    expect(sorted.map(({ slug }) => slug)).toEqual(["a", "b", "d", "c"]);
  }
});

const idOf = async (slug: string) => {
  const [row] = await db.select({ id: providers.id }).from(providers).where(eq(providers.slug, slug));
  if (!row) throw new Error(`no provider ${slug}`);
  return row.id;
};

test("a filter on what nobody knows is told from one on what has no pin, which keeps its name; who was merged leads on", async () => {
  const pinned = new Set(data.rows.flatMap(({ areas }) => areas.map(({ kind, slug }) => `${kind}/${slug}`)));
  const areas = await db.execute<{ slug: string; name: string }>(
    sql`select slug, name_en as name from areas where kind = 'constituency' and valid_to is null`,
  );
  const bare = areas.find(({ slug }) => !pinned.has(`constituency/${slug}`));
  const unknown = readMapAddress("?area=constituency/nowhere&provider=nobody&pays=no-one");
  expect((await loadMapPage(unknown, "outside-the-nhs", db)).notKnown).toEqual(["provider", "pays", "area"]);
  const merged = await makeProvider(db, { visibility: "merged", mergedInto: await idOf("spamedica") });
  const old = await loadMapPage(readMapAddress(`?provider=${merged.slug}`), "outside-the-nhs", db);
  expect(old.newProvider).toBe("spamedica");
  const known = readMapAddress("?area=nation/england&provider=spamedica");
  expect((await loadMapPage(known, "outside-the-nhs", db)).newProvider).toBeNull();
  expect((await loadMapPage(known, "outside-the-nhs", db)).notKnown).toEqual([]);
  if (!bare) throw new Error("Some constituency has no pin.");
  const empty = readMapAddress(`?area=constituency/${bare.slug}`);
  const page = await loadMapPage(empty, "outside-the-nhs", db);
  expect(page.notKnown).toEqual([]);
  const { area } = mapChoices(page, empty, (_, value) => value);
  expect(area).toContainEqual(
    expect.objectContaining({ value: `constituency/${bare.slug}`, label: bare.name }),
  );
});

test("a typed name says of each area that it can mean how many services it would leave beside the other filters", async () => {
  const asked = readMapAddress("?care=gp-practice&area=nation/wales");
  const { choices } = typedAreaChoices(
    "Carlisle",
    await loadAreaCounts(asked, "outside-the-nhs", db),
    (kind) => `a ${kind}`,
  );
  expect(choices.map(({ value, label, group }) => [value, label, group])).toEqual([
    ["constituency/carlisle", "Carlisle", "a constituency"],
    ["council/cumberland", "Cumberland", "a council"],
  ]);
  for (const { value, count } of choices) {
    const chosen = readMapAddress(`?care=gp-practice&area=${value}`);
    expect(count, value).toBe(mapPageOf(data, services, chosen, "outside-the-nhs").shown);
    expect(count, value).toBeGreaterThan(0);
  }
});

test("the picture of an area has the pins that its filter leaves, without those that ended", async () => {
  const found = await findPinsOfArea("region", "south-east", "outside-the-nhs", db);
  const asked = readMapAddress(
    "?area=region/south-east&status=operating,planned,no-longer-listed,little-activity",
  );
  const { shown } = mapPageOf(data, services, asked, "outside-the-nhs");
  expect(found?.pins).toHaveLength(shown);
  expect(shown).toBeGreaterThan(50);
  expect(await findPinsOfArea("region", "nowhere", "outside-the-nhs", db)).toBeUndefined();
  expect(await findPinsOfArea("planet", "earth", "outside-the-nhs", db)).toBeUndefined();
});
