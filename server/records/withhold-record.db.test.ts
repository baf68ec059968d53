import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { makeCampaigner, makeSource } from "@/db/factories";
import { listSourcedClaims } from "@/db/queries/claims-read";
import { findPublicationNumber } from "@/db/queries/publications";
import { saveSetting } from "@/db/queries/settings";
import { places, providers, recordVersions, services, sources, withholdings } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type AnyActor, type CampaignerActor, ROLES, systemActor, VISITOR } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { RECORD_COMMAND, WITHHELD_BY_HAND, type WithheldByHand } from "@/domain/records/withheld";
import { findAuditBreak } from "@/server/audit";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";
import { loadWithheld } from "@/server/records/load-withheld";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { restoreRecord } from "@/server/records/restore-record";
import { type ClaimDraft, saveRecords } from "@/server/records/save-records";
import { everythingPublic } from "@/server/records/testing-readers";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
  role: "moderator",
};
const reason = "The provider says that this is untrue";

let world: World;
beforeEach(async () => {
  await makeCampaigner(db, { id: moderator.id, role: "moderator" });
  world = await makeWorld(db);
});

const withhold = (type: WithheldByHand, actor: AnyActor = moderator) =>
  withholdRecord(db, actor, { type, ref: world.refs[type], reason });
const restore = (type: WithheldByHand) =>
  restoreRecord(db, moderator, { type, ref: world.refs[type], reason: "It was checked and is right" });

describe.each(WITHHELD_BY_HAND)("a %s that is withheld", (type) => {
  it("is gone from every public reader at once, and back as it was after restoring", async () => {
    const before = await everythingPublic(db, world, { isWithoutHistory: true });
    for (const word of world.words[type]) expect(before).toContain(word);
    const number = await findPublicationNumber(db);
    await withhold(type);
    const meanwhile = await everythingPublic(db, world);
    for (const word of world.words[type]) expect(meanwhile).not.toContain(word);
    expect(await findPublicationNumber(db)).toBeGreaterThan(number);
    await restore(type);
    expect(await everythingPublic(db, world, { isWithoutHistory: true })).toBe(before);
    expect(await findAuditBreak(db)).toBeNull();
  });

  it("stays gone when every record is rebuilt from its claims", async () => {
    await withhold(type);
    await rebuildRecords(db, systemActor("test"));
    const meanwhile = await everythingPublic(db, world);
    for (const word of world.words[type]) expect(meanwhile).not.toContain(word);
  });

  it("tells readers nothing of the reason, and moderators all of it", async () => {
    await withhold(type);
    await restore(type);
    expect(await everythingPublic(db, world)).not.toContain(reason);
    await withhold(type);
    expect(await loadWithheld(db, moderator)).toMatchObject([{ recordType: type, reason }]);
  });

  it("is not withheld twice, and not restored twice", async () => {
    await withhold(type);
    await expect(withhold(type)).rejects.toMatchObject({ what: "withheld-already" });
    await restore(type);
    await expect(restore(type)).rejects.toMatchObject({ what: "not-withheld" });
  });
});

test.each(["disputed", "published", "area-only"] as const)("what was %s comes back as that", async (was) => {
  await db.update(services).set({ visibility: was }).where(eq(services.id, world.ids.service));
  await withhold("service");
  await restore("service");
  const [row] = await db.select().from(services).where(eq(services.id, world.ids.service));
  expect(row?.visibility).toBe(was);
});

test.each(["merged", "erased"] as const)("what is %s cannot be withheld", async (was) => {
  await db.update(providers).set({ visibility: was }).where(eq(providers.id, world.ids.provider));
  await expect(withhold("provider")).rejects.toMatchObject({ what: "not-public" });
});

const actors: [string, AnyActor, boolean][] = [
  ["visitor", VISITOR, false],
  ...ROLES.map((role): [string, AnyActor, boolean] => [
    role,
    { kind: "campaigner", id: "c-1", role },
    role === "moderator" || role === "admin",
  ]),
  ["the command", systemActor(RECORD_COMMAND), true],
  ["another job", systemActor("holds"), false],
];
test.each(actors)("%s may withhold and restore only as a moderator may", async (_, actor, may) => {
  const ask = withholdRecord(db, actor, { type: "service", ref: world.refs.service, reason });
  if (!may) await expect(ask).rejects.toMatchObject({ code: "not-allowed" });
  else await expect(ask).resolves.toMatchObject({ id: world.ids.service });
  const [row] = await db.select().from(services).where(eq(services.id, world.ids.service));
  expect(row?.visibility).toBe(may ? "withheld" : "published");
  if (!may) await expect(loadWithheld(db, actor)).rejects.toMatchObject({ code: "not-allowed" });
});

test.each([
  ["no reason", { type: "service", ref: "x", reason: "short" }, { fields: { reason: "reason-needed" } }],
  ["a type without pages", { type: "contract", ref: "x", reason }, { code: "not-found" }],
  ["an unknown slug", { type: "service", ref: "nowhere", reason }, { code: "not-found" }],
])("%s is refused", async (_, input, error) => {
  await expect(withholdRecord(db, moderator, input)).rejects.toMatchObject(error);
});

test("a later import that speaks of a withheld record does not publish it", async () => {
  await withhold("place");
  const source = await makeSource(db, { title: "A later list", url: "https://later.example/" });
  await saveRecords(
    db,
    systemActor("test"),
    [
      {
        recordType: "place",
        recordId: world.ids.place,
        claims: [claim(source.id, "name", "Zebra Clinic Two")],
      },
    ],
    { reason: "later", action: "record.changed", subject: { type: "place", id: "test" } },
  );
  expect(await everythingPublic(db, world)).not.toMatch(/Zebra Clinic/);
  await restore("place");
  expect(await everythingPublic(db, world)).toContain("Zebra Clinic Two");
});

describe("a withheld source", () => {
  it("takes along what nothing else speaks of, and leaves the rest on its other sources", async () => {
    const other = await makeSource(db, { title: "Second opinion", url: "https://second.example/" });
    await saveRecords(
      db,
      systemActor("test"),
      [
        {
          recordType: "provider",
          recordId: world.ids.provider,
          claims: [claim(other.id, "name", "Okapi Ltd", "2020-01-01")],
        },
      ],
      { reason: "second", action: "record.changed", subject: { type: "provider", id: "test" } },
    );
    const { along } = await withhold("source");
    expect(along).toBe(2);
    const [provider] = await db.select().from(providers).where(eq(providers.id, world.ids.provider));
    expect(provider).toMatchObject({ visibility: "published", name: "Okapi Ltd", legalForm: null });
    const [place] = await db.select().from(places).where(eq(places.id, world.ids.place));
    expect(place?.visibility).toBe("withheld");
    expect(await listSourcedClaims(db, "provider", [world.ids.provider])).toMatchObject([
      { sourceId: other.id },
    ]);
    await restore("source");
    const [again] = await db.select().from(providers).where(eq(providers.id, world.ids.provider));
    expect(again).toMatchObject({ legalForm: "company" });
    expect(
      await db.select().from(withholdings).where(eq(withholdings.recordId, world.ids.place)),
    ).toMatchObject([{ restoredBecause: "It was checked and is right" }]);
  });

  it("cannot be undone record by record, and leaves withheld what a moderator withheld apart", async () => {
    await withhold("service");
    await withhold("source");
    await expect(restore("service")).rejects.toMatchObject({ what: "nothing-left" });
    await expect(restore("place")).rejects.toMatchObject({ what: "nothing-left" });
    await restore("source");
    const [service] = await db.select().from(services).where(eq(services.id, world.ids.service));
    expect(service?.visibility).toBe("withheld");
    await restore("service");
  });

  it.each([
    ["the same source", {}],
    ["the same document under another number", { isCopy: true }],
    ["another title at its address", { isCopy: true, title: "Other words" }],
  ])("is not cited again: %s", async (_, { isCopy = false, title }: { isCopy?: boolean; title?: string }) => {
    await withhold("source");
    const [row] = await db.select().from(sources).where(eq(sources.id, world.ids.source));
    if (!row) throw new Error("no source");
    const { id, sourceKey: _key, withheldAt: _at, ...copy } = row;
    const cited = isCopy ? await makeSource(db, { ...copy, title: title ?? row.title }) : { id };
    const saved = saveRecords(
      db,
      systemActor("test"),
      [{ recordType: "provider", recordId: world.ids.provider, claims: [claim(cited.id, "about", "Again")] }],
      { reason: "again", action: "record.changed", subject: { type: "provider", id: "test" } },
    );
    await expect(saved).rejects.toMatchObject({ fields: { source: "source-withheld" } });
  });
});

test("what was there before is kept as a version, without the reason", async () => {
  await withhold("place");
  const versions = await db.select().from(recordVersions).where(eq(recordVersions.recordId, world.ids.place));
  expect(versions).toMatchObject([
    { snapshot: { visibility: "published" }, reason: "Taken off the site while it was checked" },
  ]);
});

test("a service of a category that became one shown by area only comes back without a pin", async () => {
  await withhold("service");
  await saveSetting(db, AREA_ONLY_SETTING, ["eye-care"]);
  await restore("service");
  const [row] = await db.select().from(services).where(eq(services.id, world.ids.service));
  expect(row?.visibility).toBe("area-only");
});

function claim(sourceId: string, field: ClaimField, value: unknown, confirmedOn = "2026-05-01"): ClaimDraft {
  return { field, value, sourceId, says: "Says so.", confirmedOn };
}
