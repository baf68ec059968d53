import { beforeEach, expect, it, test } from "vitest";
import { makeCampaigner, makeSource } from "@/db/factories";
import { testDb } from "@/db/testing";
import { type CampaignerActor, systemActor } from "@/domain/actor";
import { findAuditBreak } from "@/server/audit";
import { loadBrakePreview } from "@/server/complaints/load-brake-preview";
import { citeAgain, dropSource } from "@/server/records/drop-source";
import { loadRecord } from "@/server/records/load-record";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { saveRecords } from "@/server/records/save-records";
import { versionSeen } from "@/server/records/seen-version";
import { everythingPublic } from "@/server/records/testing-readers";
import { makeWorld, type World } from "@/server/records/testing-world";
import { revertRecord } from "@/server/reports/changes/revert-record";

const db = testDb();
const reason = "The letter is about another clinic";

let world: World;
let actor: CampaignerActor;
let sourceId: string;
/** Says that the clinic is called otherwise, and who owns Okapi Ltd. */
async function say(confirmedOn = "2026-04-01") {
  const fact = { sourceId, confirmedOn };
  await saveRecords(
    db,
    systemActor("test"),
    [
      {
        recordType: "place",
        recordId: world.ids.place,
        claims: [{ ...fact, field: "name", value: "Quagga Clinic", says: "The quagga says so." }],
      },
      {
        recordType: "provider",
        recordId: world.ids.provider,
        claims: [{ ...fact, field: "owners", value: "Two quaggas", says: "Two quaggas own it." }],
      },
    ],
    { reason: "Brought", action: "record.changed", subject: { type: "place", id: world.ids.place } },
  );
}
beforeEach(async () => {
  world = await makeWorld(db);
  const { id } = await makeCampaigner(db, { role: "moderator" });
  actor = { kind: "campaigner", id, role: "moderator" };
  const source = await makeSource(db, { title: "The quagga letter", url: "https://quagga.example/letter" });
  sourceId = source.id;
});
const place = () => ({ type: "place", ref: world.refs.place, sourceId, reason });
const clinic = async () => (await loadRecord(db, actor, "place", world.ids.place)).record.name;

it("leaves one entry and no other, and comes back as it was", async () => {
  const began = await everythingPublic(db, world, { isWithoutHistory: true });
  await say();
  const before = await everythingPublic(db, world, { isWithoutHistory: true });
  expect(before).not.toBe(began);
  expect(await clinic()).toBe("Quagga Clinic");
  await dropSource(db, actor, place());
  expect(await clinic()).toBe("Zebra Clinic");
  const meanwhile = await everythingPublic(db, world);
  expect(meanwhile).not.toContain("The quagga says so.");
  expect(meanwhile).toContain("Two quaggas own it.");
  expect(meanwhile).not.toContain(reason);
  const read = await loadRecord(db, actor, "place", world.ids.place);
  expect(read.sources.map(({ id }) => id)).not.toContain(sourceId);
  expect(read.dropped).toMatchObject([{ id: sourceId, reason, who: actor.id.slice(-4) }]);
  expect((await rebuildRecords(db, systemActor("test"))).changed).toEqual([]);
  await citeAgain(db, actor, place());
  expect(await everythingPublic(db, world, { isWithoutHistory: true })).toBe(before);
  await expect(citeAgain(db, actor, place())).rejects.toMatchObject({ what: "source-cited" });
  expect(await findAuditBreak(db)).toBeNull();
});

it("is refused where nothing else says what the entry is, and where it is not cited", async () => {
  await expect(dropSource(db, actor, place())).rejects.toMatchObject({ what: "source-not-cited" });
  const only = { ...place(), sourceId: world.ids.source };
  await expect(dropSource(db, actor, only)).rejects.toMatchObject({ what: "only-source" });
  await expect(dropSource(db, actor, { ...place(), reason: "no" })).rejects.toMatchObject({
    fields: { reason: "reason-needed" },
  });
  const itself = { ...place(), type: "source", ref: sourceId };
  await expect(dropSource(db, actor, itself)).rejects.toMatchObject({ what: "source-not-cited" });
  await say();
  const volunteer: CampaignerActor = { ...actor, role: "trusted-campaigner" };
  await expect(dropSource(db, volunteer, place())).rejects.toMatchObject({ reason: "not-moderator" });
  await expect(dropSource(db, actor, { ...place(), version: "0" })).rejects.toMatchObject({
    what: "entry-changed",
  });
  await dropSource(db, actor, place());
  await expect(dropSource(db, actor, place())).rejects.toMatchObject({ what: "source-not-cited" });
});

it("is seen first: what the entry would say instead", async () => {
  await say();
  const seen = await loadBrakePreview(db, actor, "drop", place());
  if ("refused" in seen) throw new Error(seen.refused);
  expect(seen.facts).toMatchObject([
    {
      type: "place",
      rows: [{ before: { value: "Quagga Clinic" }, after: { value: "Zebra Clinic" } }],
    },
  ]);
  expect(await clinic()).toBe("Quagga Clinic");
  expect(await loadBrakePreview(db, actor, "drop", { ...place(), sourceId: world.ids.source })).toEqual({
    refused: "only-source",
  });
});

test("dropped again after it was cited anew", async () => {
  await say();
  await dropSource(db, actor, place());
  await say("2026-05-01");
  expect(await clinic()).toBe("Quagga Clinic");
  await dropSource(db, actor, place());
  expect(await clinic()).toBe("Zebra Clinic");
  await citeAgain(db, actor, place());
  expect(await clinic()).toBe("Quagga Clinic");
});

test("what the source says later is a new decision, and so is going back to before", async () => {
  await say();
  const then = new Date();
  await dropSource(db, actor, place());
  const since = new Date();
  const back = async (to: Date) => {
    const version = await versionSeen(db, "place", world.ids.place);
    return revertRecord(db, actor, { type: "place", id: world.ids.place, to, version, reason });
  };
  await expect(back(since)).rejects.toMatchObject({ what: "says-so-already" });
  await back(then);
  expect(await clinic()).toBe("Quagga Clinic");
  // Going back replaced the other name: only this source gives one now.
  await expect(dropSource(db, actor, place())).rejects.toMatchObject({ what: "only-source" });
});
