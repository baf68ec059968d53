import { parse } from "csv-parse/sync";
import { and, count, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getDb } from "@/db/client";
import { listAreasOfKinds } from "@/db/queries/areas";
import { countRegistered } from "@/db/queries/registrations";
import { claims, placeRegistrations, providers, services, sources } from "@/db/schema";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { loadPracticesCsv } from "@/server/pages/load-practices-csv";
import { loadProviderPage } from "@/server/pages/load-provider-page";
import { servePagesOfShippedData } from "@/server/starter/testing-shipped";

servePagesOfShippedData();

async function kindsOf(kind: "nation" | "constituency", slug: string) {
  const area = (await listAreasOfKinds(getDb(), [kind])).find((one) => one.slug === slug);
  const counts = await countRegistered(getDb(), [area?.id ?? ""]);
  return Object.fromEntries(counts.map((count) => [count.kind, count.practices]));
}

describe("who is registered at the practices of England", () => {
  it("is answered or doubted for each that the copy has, by kind", async () => {
    const england = await kindsOf("nation", "england");
    expect(Object.values(england).reduce((sum, number) => sum + number, 0)).toBe(6151);
    expect(england).toEqual({
      partnership: 4958,
      individual: 669,
      others: 159,
      "not-checked": 176,
      nhs: 28,
      "member-practices": 12,
      "not-given": 5,
      doubt: 144,
    });
  });

  it("is a service for others than the NHS, GPs and member practices alone, since the first day of the run", async () => {
    const rows = await getDb()
      .select({ since: services.startedOn, run: placeRegistrations.since, doubts: placeRegistrations.doubts })
      .from(services)
      .innerJoin(
        placeRegistrations,
        and(eq(placeRegistrations.placeId, services.placeId), placeRegistrations.isLatest),
      )
      .where(sql`${services.category} = 'gp-practice' and exists (select 1 from claims claim join sources source on source.id = claim.source_id
        where claim.record_id = ${services.id} and source.source_key like 'register/gp-registrations/%')`);
    expect(rows.length).toBeGreaterThan(100);
    for (const { since, run, doubts } of rows) {
      expect(since).toBe(run);
      expect(doubts).toEqual([]);
    }
  });

  it("is a service at every practice that is open and that others than these hold without doubt, whatever their form", async () => {
    const ran = sql`exists (select 1 from ${services} where ${services.placeId} = ${placeRegistrations.placeId}
      and ${services.providerId} = ${placeRegistrations.providerId} and ${services.category} = 'gp-practice' and ${services.status} = 'operating')`;
    const of = await getDb()
      .select({ form: providers.legalForm, runs: sql<boolean>`${ran}`, practices: count() })
      .from(placeRegistrations)
      .innerJoin(providers, eq(providers.id, placeRegistrations.providerId))
      .where(
        and(
          eq(placeRegistrations.isLatest, true),
          eq(providers.ownerClass, "others"),
          sql`cardinality(${placeRegistrations.doubts}) = 0 and exists (select 1 from place_identifiers entry
            where entry.place_id = ${placeRegistrations.placeId} and entry.valid_to is null and entry.is_listed)`,
        ),
      )
      .groupBy(providers.legalForm, ran);
    expect(of.filter(({ runs }) => !runs)).toEqual([]);
    expect(of.reduce((sum, { practices }) => sum + practices, 0)).toBe(159);
    // Primary Care 24: its type does not tell which kind of society it is, and it counts all the same.
    expect(of.find(({ form }) => form === "registered-society")?.practices).toBe(9);
    expect(of.map(({ form }) => form)).not.toContain(null);
    const society = await loadProviderPage("primary-care-24-merseyside-limited", "outside-the-nhs");
    expect(society).toMatchObject({
      why: "others",
      counts: { services: 9 },
      provider: { kind: "registered-society" },
    });
    const companies = await loadProviderPage("primary-care-24-merseyside-limited", "companies-by-type");
    expect(companies).toMatchObject({ counts: { services: 0 }, leftOut: 9 });
  });

  it("stands on the page of Carlisle Central Practice with its first day and what was before", async () => {
    const page = await loadPlacePage("warwick-road-surgery", "outside-the-nhs");
    expect(page?.answer).toMatchObject({ key: "outsourced", providers: ["SSP Health GPMS Ltd"] });
    expect(page?.services.map(({ startedOn }) => startedOn)).toEqual(["2017-09-20"]);
    expect(
      page?.registrations.map(({ form, since, provider }) => [form, since, provider?.name ?? null]),
    ).toEqual([
      ["organisation", "2017-09-20", "SSP Health GPMS Ltd"],
      ["individual", "2013-04-01", null],
    ]);
    // Whom the count goes by: its page says it with the source.
    const runner = await loadProviderPage("ssp-health-gpms-ltd", "outside-the-nhs");
    expect(runner?.provider).toMatchObject({ owners: null, ownerClass: "others" });
    expect(runner).toMatchObject({ why: "others" });
    const held = runner?.claims.filter(({ isInForce, field }) => isInForce && field === "company-status");
    expect(held?.map(({ value }) => value)).toEqual([{ status: "active", ceased: null }]);
    expect(runner?.practices.filter(({ isLatest }) => isLatest).length).toBeGreaterThan(15);
    const carlisle = await loadAreaPage("constituency", "carlisle", "outside-the-nhs");
    expect(carlisle?.counts).toMatchObject({ services: 4, noLongerListed: 1 });
  });
});

it("nothing public of a partnership's or a person's registration is a name or an address: form, day and number alone", async () => {
  const rows = await getDb()
    .select({ value: claims.value, says: claims.says })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(and(eq(claims.field, "registration"), sql`${claims.value}->>'form' <> 'organisation'`));
  expect(rows.length).toBeGreaterThan(7000);
  const others = rows.filter(
    ({ value, says }) =>
      String(Object.keys(value as object).sort()) !== "form,key,registeredOn" ||
      !/^Lists (?:a partnership|one person|an NHS body|somebody whose form is not given) as registered to provide care here on \d+ \w+ \d{4} \(location [A-Z0-9-]+\)\.$/.test(
        says,
      ),
  );
  expect(others).toEqual([]);
  // What pages, counts and downloads read has no organisation to name for them either.
  const named = await getDb()
    .select({ at: placeRegistrations.locationId })
    .from(placeRegistrations)
    .where(
      sql`${placeRegistrations.form} <> 'organisation' and ${placeRegistrations.providerId} is not null`,
    );
  expect(named).toEqual([]);
});

describe("the file of an area's practices", () => {
  const wordless = { kindInWords: (kind: string) => kind, origin: "https://map.example" };
  const rowsOf = async (kind: string, slug: string) => {
    const csv = await loadPracticesCsv({ kind, slug }, wordless);
    return parse(csv ?? "", { columns: true, bom: true }) as Record<string, string>[];
  };

  it("has the very practices that the page counts, by kind, each once", async () => {
    const rows = await rowsOf("constituency", "carlisle");
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const kind = row["registered to"] ?? "";
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual(await kindsOf("constituency", "carlisle"));
    expect(new Set(rows.map(({ page }) => page)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(5);
  });

  it("names an organisation only where nothing is in doubt, with its day, and says where to check it", async () => {
    const rows = await rowsOf("nation", "england");
    const named = rows.filter(({ organisation }) => organisation !== "");
    expect(named.length).toBeGreaterThan(300);
    for (const row of named) {
      expect(["partnership", "individual", "doubt"]).not.toContain(row["registered to"]);
      expect(row["registered since"]).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    for (const row of rows)
      expect(row["source web address"]).toMatch(/^https:\/\/www\.cqc\.org\.uk\/location\/[0-9A-Z-]+$/i);
  });

  it("is none where there is no such area, and has its headings alone where none is registered", async () => {
    expect(await loadPracticesCsv({ kind: "council", slug: "nowhere" }, wordless)).toBeUndefined();
    expect(await rowsOf("nation", "scotland")).toEqual([]);
  });
});
