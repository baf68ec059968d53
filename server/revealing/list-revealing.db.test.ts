import { beforeEach, describe, expect, it } from "vitest";
import { makeArea, makePlace, makeProvider, makeService } from "@/db/factories";
import { insertDispute } from "@/db/queries/complaints";
import { saveSetting } from "@/db/queries/settings";
import { insertSource } from "@/db/queries/sources";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { AREA_ONLY_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";
import { saveRecords } from "@/server/records/save-records";
import { listRevealing, revealingInWords } from "@/server/revealing/list-revealing";

const db = testDb();
const KINDS: ServiceCategory[] = [...AREA_ONLY_CATEGORIES, "fertility"];
const SOURCE = {
  kind: "news",
  title: "An article",
  publisher: "A paper",
  url: null,
  publishedOn: "2024",
} as const;

let areaId = "";
beforeEach(async () => {
  await saveSetting(db, AREA_ONLY_SETTING, []);
  areaId = (await makeArea(db, { kind: "icb", slug: "the-board", nameEn: "The board" })).id;
});

async function publish(category: string, { says = "Names Care Ltd.", source = {} }) {
  const sourceId = await insertSource(db, { ...SOURCE, ...source });
  const provider = await makeProvider(db, { name: "Care Ltd", slug: `care-ltd-${category}` });
  const recordId = crypto.randomUUID();
  const fact = (field: ClaimField, value: unknown) => ({
    field,
    value,
    sourceId,
    says,
    confirmedOn: "2024-01-01",
  });
  const claims = [
    fact("name", "Care"),
    fact("category", category),
    fact("status", "operating"),
    fact("serves-area", { areaId }),
    fact("provider", { providerId: provider.id }),
  ];
  const create = { slug: "care", visibility: "area-only" as const };
  await saveRecords(db, systemActor("test"), [{ recordType: "service", recordId, create, claims }], {
    reason: "A test.",
    action: "record.published",
    subject: { type: "service", id: recordId },
  });
  return recordId;
}

const TELLING = [
  ["quotation", { says: "Given at 3 Grove Road." }],
  ["title", { source: { title: "The clinic at BS1 4DJ" } }],
  ["publisher", { source: { publisher: "Friends of Grove Road" } }],
  ["note", { source: { note: "Ring 0117 496 0123." } }],
  ["link", { source: { url: "https://care.example/find/bs1-4dj" } }],
] as const;

describe("what is stored", () => {
  it.each(KINDS.flatMap((kind) => TELLING.map(([field, given]) => [kind, field, given] as const)))(
    "%s with a telling %s is refused by the writer of records, whoever calls it",
    async (kind, _, given) => {
      await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
      await expect(publish(kind, given)).rejects.toMatchObject({
        fields: { sources: { code: "reveals-place", row: "", detail: "…" } },
      });
    },
  );

  it.each(TELLING)(
    "a telling %s that is public already is listed by page and field",
    async (field, given) => {
      // It was shown with its place when it was published.
      const serviceId = await publish("fertility", given);
      expect(await listRevealing(db)).toMatchObject([{ id: serviceId, found: [{ field }] }]);
      await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
      const [found] = await listRevealing(db);
      expect(found).toMatchObject({
        type: "service",
        id: serviceId,
        pages: ["/areas/icb/the-board", "/providers/care-ltd-fertility"],
        found: [{ field }],
      });
      const told = revealingInWords(await listRevealing(db), "https://map.example").join();
      expect(told).toContain("1 entry tells");
      expect(told).toContain("https://map.example/areas/icb/the-board");
      expect(told).not.toMatch(/Grove|BS1|0117/i);
    },
  );

  it("with a page of its own is listed, when an admin hid its kind of care after it was published", async () => {
    const place = await makePlace(db);
    const service = await makeService(db, {
      placeId: place.id,
      category: "fertility",
      slug: "fertility-there",
    });
    expect(await listRevealing(db)).toEqual([]);
    await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
    expect(await listRevealing(db)).toMatchObject([{ id: service.id, found: [{ field: "page" }] }]);
    expect((await listRevealing(db))[0]?.pages).toContain("/services/fertility-there");
  });

  it("of which nothing tells a place is not listed", async () => {
    await publish("abortion", {});
    expect(await listRevealing(db)).toEqual([]);
    expect(revealingInWords([])).toEqual(["nothing public tells where care is that is shown by area only"]);
  });

  it("a place that is called, stands or is run as such care is, is listed", async () => {
    const named = await makePlace(db, { name: "The Bridge SARC", slug: "the-bridge" });
    const plain = await makePlace(db, { name: "Grove House", slug: "grove-house" });
    await makePlace(db, { name: "Eye House", slug: "eye-house" });
    const provider = await makeProvider(db, { name: "Bristol Abortion Clinic Ltd", slug: "the-clinic" });
    await makeService(db, { placeId: plain.id, providerId: provider.id, category: "eye-care" });
    expect(await listRevealing(db)).toMatchObject([
      { type: "place", id: plain.id, pages: ["/places/grove-house"], found: [{ field: "provider" }] },
      { type: "place", id: named.id, pages: ["/places/the-bridge"], found: [{ field: "place" }] },
    ]);
    expect(revealingInWords(await listRevealing(db)).join()).not.toMatch(/sarc|abortion/i);
  });

  it("what a moderator said beside an entry that is disputed is listed", async () => {
    const place = await makePlace(db, { name: "Grove House", slug: "grove-house", visibility: "disputed" });
    const says = "The abortion clinic there has closed.";
    await insertDispute(db, { recordType: "place", recordId: place.id, says, markedBy: "m-1" });
    expect(await listRevealing(db)).toMatchObject([
      { type: "place", id: place.id, pages: ["/places/grove-house"], found: [{ field: "dispute" }] },
    ]);
  });
});
