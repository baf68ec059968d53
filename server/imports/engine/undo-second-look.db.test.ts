import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import type { ProjectedType } from "@/db/queries/projections";
import { findOpenLook } from "@/db/queries/second-looks";
import { listPublicPaths } from "@/db/queries/sitemap";
import { batchRows, complaints, places, secondLooks, services, sources } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { WithheldByHand } from "@/domain/records/withheld";
import { findAuditBreak } from "@/server/audit";
import { approveImport } from "@/server/imports/engine/approve-import";
import { discardRow } from "@/server/imports/engine/discard-row";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, LIST, makeActor, stage, versionOf } from "@/server/imports/testing";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { loadSecondLooks } from "@/server/queue/load-second-looks";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { saveChange } from "@/server/reports/changes/save-change";
import { SENT } from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveAsModerator, moderator } from "@/server/reports/testing-approval";

const db = testDb();
const reason = "The provider says that this is untrue";
const because = "I have read the court's order too";

const undo = async ({ admin, batchId }: { admin: CampaignerActor; batchId: string }) =>
  undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
const paths = async () => (await listPublicPaths(db)).map(({ path }) => path).sort();

async function eyeCare() {
  const [row] = await db.select().from(services).where(eq(services.category, "eye-care"));
  if (!row?.placeId || !row.providerId) throw new Error("the list made no such service");
  return { id: row.id, placeId: row.placeId, providerId: row.providerId, visibility: row.visibility };
}

describe("an import that is undone while a second person is asked about one of its entries", () => {
  let list: Awaited<ReturnType<typeof importList>>;
  let first: CampaignerActor;
  let second: CampaignerActor;
  let subjects: Record<WithheldByHand, string>;
  beforeEach(async () => {
    list = await importList(db, LIST);
    [first, second] = [await moderator(db), await moderator(db)];
    const { id, placeId, providerId } = await eyeCare();
    const [source] = await db.select().from(sources).where(eq(sources.title, "Who runs what in Cumbria"));
    subjects = { service: id, place: placeId, provider: providerId, source: source?.id ?? "" };
    await db.insert(complaints).values({ recordType: "service", recordId: id, kind: "legal", why: "Untrue" });
  });
  const entry = (type: WithheldByHand) => ({ type, ref: subjects[type], reason });
  const lookAt = async (type: WithheldByHand) =>
    (await findOpenLook(db, { subjectType: type, subjectId: subjects[type] }))?.id ?? "";
  const answer = (id: string, agrees: boolean) => decideSecondLook(db, second, { id, agrees, because });
  const askFor = async (act: "withhold" | "restore", type: WithheldByHand) => {
    await withholdRecord(db, first, entry(type));
    if (act === "withhold") return lookAt(type);
    await answer(await lookAt(type), true);
    await restoreRecord(db, first, entry(type));
    return lookAt(type);
  };

  const ENTRIES: (ProjectedType & WithheldByHand)[] = ["service", "place", "provider"];
  test.each(ENTRIES.flatMap((type) => (["withhold", "restore"] as const).map((act) => ({ act, type }))))(
    "$act of a $type: nothing is left to ask, and nothing comes back",
    async ({ act, type }) => {
      const look = await askFor(act, type);
      expect(look).not.toBe("");
      expect(await undo(list)).toMatchObject({ kept: [] });
      expect(await paths()).toEqual([]);
      expect(await loadSecondLooks(db, second)).toEqual([]);
      const [row] = await db.select().from(secondLooks).where(eq(secondLooks.id, look));
      expect(row).toMatchObject({ verdict: "over", decidedBy: list.admin.id });
      for (const agrees of [true, false])
        await expect(answer(look, agrees)).rejects.toMatchObject({ what: "second-decided" });
      await expect(restoreRecord(db, first, entry(type))).rejects.toMatchObject({ what: "nothing-left" });
      expect(await paths()).toEqual([]);
      expect(await findAuditBreak(db)).toBeNull();
    },
  );

  it("what stays for a report is still asked about, and is shown again by it alone", async () => {
    const { service } = await approveAsModerator(db, {
      category: "diagnostics-and-scans",
      placeId: subjects.place,
      postcode: "CA1 1QS",
    });
    const look = await askFor("withhold", "place");
    expect((await undo(list)).kept).toMatchObject([{ recordType: "place", recordId: subjects.place }]);
    expect(await loadSecondLooks(db, second)).toMatchObject([{ id: look }]);
    expect(await answer(look, false)).toBe("declined");
    const [place] = await db.select().from(places).where(eq(places.id, subjects.place));
    expect(place).toMatchObject({ visibility: "published" });
    expect(await paths()).toContain(`/services/${service.slug}`);
  });

  test.each(["agreed", "declined"] as const)(
    "of its source, which is %s: nothing comes back either",
    async (end) => {
      const look = await askFor("withhold", "source");
      expect(await paths()).toEqual([]);
      await undo(list);
      // The source is no entry of the import: another list may cite it.
      expect(await answer(look, end === "agreed")).toBe(end);
      expect(await paths()).toEqual([]);
      if (end === "agreed") return;
      // What went with the source went with the import since: it is not held back.
      await importList(db, LIST);
      expect(await paths()).toContain("/services/eye-care-at-botchergate-eye-clinic");
    },
  );
});

it("what was withheld under complaint, shown again, corrected and merged goes with its import as far as nobody built on it", async () => {
  const list = await importList(db, LIST);
  const [first, second] = [await moderator(db), await moderator(db)];
  const { id, providerId } = await eyeCare();
  await db.insert(complaints).values({ recordType: "service", recordId: id, kind: "legal", why: "Untrue" });
  await withholdRecord(db, first, { type: "service", ref: id, reason });
  const look = await findOpenLook(db, { subjectType: "service", subjectId: id });
  await decideSecondLook(db, second, { id: look?.id ?? "", agrees: false, because });
  const save = (proposal: Parameters<typeof saveChange>[2]["proposal"]) =>
    saveChange(db, first, { proposal, reportId: null, decidedOn: "2026-11-29", reason });
  const corrected = await save({
    ...SENT,
    kind: "correction",
    recordType: "service",
    recordId: id,
    field: "started-on",
    proposed: "2024-05",
  });
  // The provider's twin, which people reported, is the one that stands.
  const { service } = await approveAsModerator(db, {
    category: "diagnostics-and-scans",
    placeName: "Pier Scans",
    postcode: "",
    town: "Nowhere-on-Sea",
    providerName: "Eyesight Ltd",
  });
  const merged = await save({
    kind: "merge",
    v: 1,
    recordType: "provider",
    recordId: providerId,
    otherId: service.providerId ?? "",
  });
  const { kept } = await undo(list);
  expect(kept.map(({ recordType }) => recordType).sort()).toEqual(["place", "provider", "service"]);
  const [stands] = await db.select().from(services).where(eq(services.id, id));
  expect(stands).toMatchObject({ visibility: "published", startedOn: "2024-05", providerId });
  const takeBack = async (batchId: string) =>
    undoChange(db, first, { batchId, version: await versionOf(db, batchId), reason });
  await takeBack(merged.batchId);
  expect(await paths()).toContain("/providers/sight-ltd");
  await takeBack(corrected.batchId);
  expect(await findAuditBreak(db)).toBeNull();
});

it("a row that was left out stays out of an undone import, and is a row like any other when the list comes again", async () => {
  const [admin, reader] = [await makeActor(db, "admin"), await makeActor(db, "moderator")];
  const batchId = await stage(db, admin, LIST);
  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  const leaveOut = async (isBack: boolean) =>
    discardRow(db, reader, { ...(await seen()), number: 3, isBack });
  await leaveOut(false);
  await approveImport(db, reader, { ...(await seen()), rule: "all", warned: true });
  const first = await paths();
  expect(first.some((path) => path.includes("newtown-scans"))).toBe(false);
  const decisionOf = async () =>
    (await db.select().from(batchRows).where(eq(batchRows.batchId, batchId))).map(({ decision }) => decision);
  for (const isBack of [true, false])
    await expect(leaveOut(isBack)).rejects.toMatchObject({ reason: "wrong-state" });
  await undo({ admin, batchId });
  for (const isBack of [true, false])
    await expect(leaveOut(isBack)).rejects.toMatchObject({ reason: "wrong-state" });
  expect((await decisionOf()).filter((decision) => decision === "dropped")).toHaveLength(1);
  await importList(db, LIST);
  expect((await paths()).some((path) => path.includes("newtown-scans"))).toBe(true);
  expect(await paths()).toEqual(expect.arrayContaining(first));
});
