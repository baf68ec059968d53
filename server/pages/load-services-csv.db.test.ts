import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { batches, claims } from "@/db/schema";
import { testDb } from "@/db/testing";
import { ukToday } from "@/domain/dates/partial-date";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { type ListOf, loadServicesCsv } from "@/server/pages/load-services-csv";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

const db = testDb();
let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});

const words = { category: () => "", runBy: () => "", kind: () => "", status: () => "" };

async function rows(of: ListOf): Promise<Record<string, string>[]> {
  const csv = await loadServicesCsv(of, DEFAULT_DEFINITION, { words, origin: "https://map.example" }, db);
  return parse(csv ?? "", { bom: true, columns: true });
}

it("holds exactly the rows of the page, each with its source", async () => {
  const { kind, slug } = world.area;
  const page = await loadAreaPage(kind, slug, DEFAULT_DEFINITION, db);
  const listed = await rows({ kind, slug });
  expect(listed.map(({ service }) => service)).toEqual(page?.services.map(({ name }) => name ?? ""));
  expect(listed.find(({ service }) => service === "Lenses in the north")).toMatchObject({
    place: "Zebra Clinic",
    "source publisher": "Gnu Gazette",
    "last confirmed": "2026-03",
    page: `https://map.example/services/${world.slugs.services[0]}`,
  });
  // The rows behind the number of its sentence, among those that are planned or no longer counted.
  expect(listed.filter(({ counted }) => counted === "yes")).toHaveLength(page?.counts.services ?? -1);
  const [provider = ""] = world.slugs.providers;
  expect((await rows({ provider })).map(({ service }) => service)).toContain("Lenses in the north");
});

it("loses what is withheld at once, and is not there for what has no page", async () => {
  const { kind, slug } = world.area;
  const moderator = { kind: "campaigner", id: "m-1", role: "moderator" } as const;
  const reason = "The provider says that this is untrue";
  await withholdRecord(db, moderator, { type: "service", ref: world.refs.service, reason });
  expect((await rows({ kind, slug })).map(({ service }) => service)).not.toContain("Lenses in the north");
  const none = loadServicesCsv({ provider: "nobody" }, DEFAULT_DEFINITION, { words, origin: "" }, db);
  expect(await none).toBeUndefined();
});

it("says when the project read what it ships, and not when that was loaded; of all else when it was recorded", async () => {
  const { kind, slug } = world.area;
  const read = async () =>
    (await rows({ kind, slug })).find(({ service }) => service === "Lenses in the north")?.[
      "date we last read the source"
    ];
  expect(await read()).toBe(ukToday());
  const [batch] = await db
    .insert(batches)
    .values({
      title: "Shipped",
      state: "approved",
      importedBy: "a",
      contentHash: "shipped",
      counts: {},
      readOn: "2026-02-03",
    })
    .returning({ id: batches.id });
  const [claim] = await db
    .select()
    .from(claims)
    .where(and(eq(claims.recordId, world.ids.service), eq(claims.field, "provider")));
  if (!claim) throw new Error("The world's service has a provider.");
  await db
    .insert(claims)
    .values({ ...claim, id: randomUUID(), recordedAt: new Date(), batchId: batch?.id ?? null });
  expect(await read()).toBe("2026-02-03");
});
