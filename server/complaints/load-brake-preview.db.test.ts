import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { BRAKE_MOVES, type BrakeMove } from "@/domain/records/brake-move";
import type { WithheldByHand } from "@/domain/records/withheld";
import { type BrakePreview, loadBrakePreview } from "@/server/complaints/load-brake-preview";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { restoreRecord } from "@/server/records/restore-record";
import { everythingPublic } from "@/server/records/testing-readers";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
  role: "moderator",
};
const reason = "A court has ordered it, see the file";

let world: World;
beforeEach(async () => {
  await makeCampaigner(db, { id: moderator.id, role: "moderator" });
  world = await makeWorld(db);
});

const asked = (type: WithheldByHand) => ({ type, ref: world.refs[type] });

async function preview(move: BrakeMove, type: WithheldByHand): Promise<BrakePreview> {
  const read = await loadBrakePreview(db, moderator, move, asked(type));
  if ("refused" in read) throw new Error(read.refused);
  return read;
}

test("looking changes nothing that anybody can read", async () => {
  const before = await everythingPublic(db, world);
  for (const type of ["service", "place", "provider", "source"] as const)
    for (const move of BRAKE_MOVES)
      if (type !== "source" || move === "withhold" || move === "restore")
        await loadBrakePreview(db, moderator, move, asked(type));
  expect(await everythingPublic(db, world)).toBe(before);
});

test("a service leaves its page, the search, the map and lists, and the numbers of its areas", async () => {
  const { visibility, entries, areas } = await preview("withhold", "service");
  expect(visibility).toEqual({ before: "published", after: "withheld" });
  expect(entries).toMatchObject([
    {
      before: {
        type: "service",
        name: "Lenses in the north",
        in: ["lists", "map", "runner", "page", "search"],
      },
      after: null,
    },
  ]);
  expect(areas).toMatchObject({ first: [{ before: 2, after: 1 }], all: 1 });
});

test("a place takes along what runs there; a provider leaves its services without a name", async () => {
  const ofPlace = await preview("withhold", "place");
  expect(ofPlace.entries.map(({ before, after }) => [before?.type, after])).toEqual([
    ["service", null],
    ["place", null],
  ]);
  const ofProvider = await preview("withhold", "provider");
  const service = ofProvider.entries.find(({ before }) => before?.type === "service");
  expect(service?.before?.in).toContain("runner");
  expect(service?.after?.in).not.toContain("runner");
  expect(ofProvider.areas.all).toBe(1);
});

test("of a source: what goes along, and what others say instead", async () => {
  const { visibility, entries, facts } = await preview("withhold", "source");
  expect(visibility).toBeNull();
  expect(entries.map(({ before, after }) => [before?.type, after])).toEqual([
    ["service", null],
    ["provider", null],
    ["place", null],
  ]);
  expect(
    facts.find(({ type }) => type === "place")?.rows.map(({ before, after }) => [before?.field, after]),
  ).toEqual(expect.arrayContaining([["name", null]]));
});

test("what comes back is shown too, and a dispute moves nothing", async () => {
  const disputed = await preview("dispute", "service");
  expect(disputed).toMatchObject({
    visibility: { before: "published", after: "disputed" },
    entries: [],
    areas: { all: 0 },
  });
  await withholdRecord(db, moderator, { ...asked("service"), reason });
  const { visibility, entries, areas } = await preview("restore", "service");
  expect(visibility).toEqual({ before: "withheld", after: "published" });
  expect(entries).toMatchObject([{ before: null, after: { name: "Lenses in the north" } }]);
  expect(areas.first).toMatchObject([{ before: 1, after: 2 }]);
});

test("what cannot be done says why, and nobody but moderators may look", async () => {
  expect(await loadBrakePreview(db, moderator, "restore", asked("service"))).toEqual({
    refused: "not-withheld",
  });
  expect(await loadBrakePreview(db, moderator, "settle", asked("service"))).toEqual({
    refused: "not-disputed",
  });
  for (const actor of [VISITOR, { kind: "campaigner", id: "c", role: "trusted-campaigner" } as const])
    await expect(loadBrakePreview(db, actor, "withhold", asked("service"))).rejects.toMatchObject({
      code: "not-allowed",
    });
});

test("nothing is done where the entry is not what was shown any more", async () => {
  const { version } = await preview("withhold", "service");
  const ofSource = await preview("withhold", "source");
  await markDisputed(db, moderator, {
    ...asked("service"),
    field: "",
    says: "They say that they left in May.",
  });
  const changed = { what: "entry-changed" };
  const entry = asked("service");
  await expect(withholdRecord(db, moderator, { ...entry, reason, version })).rejects.toMatchObject(changed);
  await expect(
    withholdRecord(db, moderator, { ...asked("source"), reason, version: ofSource.version }),
  ).rejects.toMatchObject(changed);
  await expect(settleDispute(db, moderator, { ...entry, reason, version })).rejects.toMatchObject(changed);
  await expect(
    markDisputed(db, moderator, { ...entry, field: "", says: "They say that it is wrong.", version }),
  ).rejects.toMatchObject(changed);
  const [row] = await db.select().from(services).where(eq(services.id, world.ids.service));
  const now = String(row?.version);
  await withholdRecord(db, moderator, { ...entry, reason, version: now });
  await expect(restoreRecord(db, moderator, { ...entry, reason, version: now })).rejects.toMatchObject(
    changed,
  );
  const again = await preview("restore", "service");
  await restoreRecord(db, moderator, { ...entry, reason, version: again.version });
});
