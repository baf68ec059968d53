import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeCampaigner, makePlace, makeProvider } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { mailOutbox } from "@/db/schema/campaigners";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { makeWorld, type World } from "@/server/records/testing-world";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadReport } from "@/server/reports/pages/load-report";
import { NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
const SOURCE: ReportFormValues = {
  "sources.0.kind": "news",
  "sources.0.title": "Surgery taken over",
  "sources.0.publisher": "The Cumbrian",
  "sources.0.url": "https://cumbrian.example/taken-over",
  "sources.0.publishedOn": "2026-10",
  "sources.0.says": "It has another owner.",
  licence: "accepted",
};

async function person(role: CampaignerActor["role"] = "campaigner"): Promise<CampaignerActor> {
  return { kind: "campaigner", id: (await makeCampaigner(db, { role })).id, role };
}
const about = ({ ids }: World, question: string, type: "service" | "place" | "provider" = "service") => ({
  aboutType: type,
  aboutId: ids[type],
  question,
  ...SOURCE,
});

const checkedBy = (world: World) => ({
  ...about(world, "not-outsourced", "place"),
  checkedOn: "2026-11-20",
  proof: "regulator",
});

/** Sent by its author and held by a moderator. */
async function heldReport(form: ReportFormValues) {
  const author = await person();
  const moderator = await person("moderator");
  const sent = await submitReport(db, author, { form }, NOW);
  const { version } = await holdReport(db, moderator, sent, NOW);
  return { author, moderator, seen: { reportId: sent.reportId, version } };
}

describe("a report about an entry", () => {
  test.each([
    ["place", places],
    ["provider", providers],
  ] as const)("that a %s is the same as another merges the two, and is taken back", async (type, table) => {
    const world = await makeWorld(db);
    const other = await (type === "place" ? makePlace : makeProvider)(db, { name: "Gnu House" });
    const form = { ...about(world, "same-as", type), note: "The sign has both names.", other: other.slug };
    const { author, moderator, seen } = await heldReport(form);
    const read = await loadModerationReport(db, moderator, seen.reportId, NOW);
    expect(read.change?.rows[0]).toMatchObject({ field: "same-as", after: { text: "Gnu House" } });
    // Its author finds what they wrote, and no id.
    expect((await loadReport(db, author, seen.reportId, NOW)).form).toMatchObject({ other: other.slug });
    const into = async () =>
      (await db.select({ into: table.mergedInto }).from(table).where(eq(table.id, world.ids[type])))[0]?.into;
    const approval = await approveReport(db, moderator, { ...seen, reason: REASON }, NOW);
    expect(approval.state).toBe("approved");
    expect(await into()).toBe(other.id);
    const after = await loadModerationReport(db, moderator, seen.reportId, NOW);
    if (!("undo" in after) || !after.undo) throw new Error("cannot be taken back");
    await undoChange(db, moderator, { ...after.undo, reason: REASON }, NOW);
    expect(await into()).toBeNull();
    expect((await loadReport(db, author, seen.reportId, NOW)).takenBackAt).not.toBeNull();
  });

  test("goes from its author to the record and is told to both", async () => {
    const world = await makeWorld(db);
    const form = { ...about(world, "new-provider"), providerName: "Gazelle Health Ltd", on: "2026-10-01" };
    const { author, moderator, seen } = await heldReport(form);
    const read = await loadModerationReport(db, moderator, seen.reportId, NOW);
    expect(read.report.title).toBe("New provider: Lenses in the north");
    expect(read.change?.entry).toMatchObject({ slug: "lenses-in-the-north" });
    expect(read.change?.rows).toMatchObject([
      { field: "provider", before: { text: "Okapi Ltd" }, after: { text: "Gazelle Health Ltd" } },
      { field: "started-on", before: null, after: { date: "2026-10-01" } },
    ]);
    const approval = await approveReport(db, moderator, { ...seen, reason: REASON }, NOW);
    if (approval.state !== "approved") throw new Error("awaits a second");
    const [next] = await db
      .select()
      .from(services)
      .where(eq(services.id, approval.serviceId ?? ""));
    expect(next).toMatchObject({ status: "operating", startedOn: "2026-10-01" });
    const mine = await loadReport(db, author, seen.reportId, NOW);
    expect(mine).toMatchObject({ state: "approved", publishedAs: { slug: next?.slug } });
    const mails = await db.select({ purpose: mailOutbox.purpose }).from(mailOutbox);
    expect(mails.map(({ purpose }) => purpose).sort()).toEqual(["report.decided", "report.received"]);

    const after = await loadModerationReport(db, moderator, seen.reportId, NOW);
    if (!("undo" in after) || !after.undo) throw new Error("cannot be taken back");
    await undoChange(db, moderator, { ...after.undo, reason: REASON }, NOW);
    const [before] = await db.select().from(services).where(eq(services.id, world.ids.service));
    expect(before).toMatchObject({ status: "operating", successorId: null });
  });

  test("can be sent again when its author was asked for something", async () => {
    const world = await makeWorld(db);
    const { author, moderator, seen } = await heldReport({ ...about(world, "ended"), on: "2026-09" });
    const asked = await requestChanges(db, moderator, { ...seen, reason: REASON }, NOW);
    const { form } = await loadReport(db, author, seen.reportId, NOW);
    expect(form).toMatchObject({ question: "ended", on: "2026-09", "sources.0.title": "Surgery taken over" });
    const again = { ...form, on: "2026-10", licence: "accepted" };
    await resubmitReport(db, author, { ...seen, ...asked, form: again }, NOW);
    expect(await findReport(db, seen.reportId)).toMatchObject({ state: "submitted", revision: 2 });
  });

  test("of care that is shown by area only waits for a second moderator, who publishes it", async () => {
    const world = await makeWorld(db);
    const form = { ...about(world, "wrong"), field: "category", proposed: "abortion" };
    const { moderator, seen } = await heldReport(form);
    const sent = await approveReport(db, moderator, { ...seen, reason: REASON }, NOW);
    expect(sent).toMatchObject({ state: "awaiting-second", rules: ["area-only-category"] });
    const second = await person("moderator");
    const again = { reportId: seen.reportId, version: sent.version, reason: REASON };
    await confirmReport(db, second, again, NOW);
    const [row] = await db.select().from(services).where(eq(services.id, world.ids.service));
    expect(row).toMatchObject({ category: "abortion", visibility: "area-only", placeId: null });
    // Its own address would tell its place: nothing leads back to it.
    const read = await loadModerationReport(db, second, seen.reportId, NOW);
    expect(read.change).toMatchObject({ entry: undefined, rows: [{ before: null }] });
    const more = submitReport(db, await person(), { form: about(world, "still-there") }, NOW);
    await expect(more).rejects.toMatchObject({ fields: { note: "entry-gone" } });
  });

  test("that would tell where such care is is refused before the first of two decides", async () => {
    const world = await makeWorld(db);
    const told = { "sources.0.says": "It is in Newtown Road, Carlisle." };
    const form = { ...about(world, "wrong"), ...told, field: "category", proposed: "abortion" };
    const { moderator, seen } = await heldReport(form);
    await expect(approveReport(db, moderator, { ...seen, reason: REASON }, NOW)).rejects.toMatchObject({
      name: "InvalidInputError",
    });
    const [row] = await db.select().from(services).where(eq(services.id, world.ids.service));
    expect(row).toMatchObject({ category: "eye-care", visibility: "published" });
  });

  test("that a place is run by the NHS is not taken without a word where our map has somebody else there", async () => {
    const world = await makeWorld(db);
    await expect(submitReport(db, await person(), { form: checkedBy(world) }, NOW)).rejects.toMatchObject({
      fields: { mapped: "map-has-service" },
    });
    for (const mapped of ["this", "other"] as const) {
      const { moderator, seen } = await heldReport({ ...checkedBy(world), mapped });
      const { change } = await loadModerationReport(db, moderator, seen.reportId, NOW);
      expect(change?.rows[0]).toEqual({
        field: "on-map",
        before: { is: "on-map", name: "Lenses in the north", provider: "Okapi Ltd", since: null },
        after: { is: "mapped", key: mapped },
      });
    }
  });

  test("nothing is asked of a place where nothing runs from outside the NHS", async () => {
    const world = await makeWorld(db);
    await db.update(services).set({ status: "ended" }).where(eq(services.id, world.ids.service));
    const { moderator, seen } = await heldReport(checkedBy(world));
    const { change } = await loadModerationReport(db, moderator, seen.reportId, NOW);
    expect(change?.rows.map(({ field }) => field)).toEqual(["check", "check"]);
  });

  test("cannot become another kind of report", async () => {
    const world = await makeWorld(db);
    const { author, moderator, seen } = await heldReport({ ...about(world, "still-there") });
    const asked = await requestChanges(db, moderator, { ...seen, reason: REASON }, NOW);
    const other = { ...checkedBy(world), mapped: "other" };
    await expect(resubmitReport(db, author, { ...seen, ...asked, form: other }, NOW)).rejects.toMatchObject({
      reason: "wrong-state",
    });
  });

  test.each<[string, (world: World) => ReportFormValues, Record<string, unknown>]>([
    [
      "nothing written",
      (world) => ({ ...about(world, "ended"), ...emptied(SOURCE) }),
      { licence: "licence" },
    ],
    ["1066", (world) => ({ ...about(world, "ended"), on: "1066" }), { on: "date-before-nhs" }],
    [
      "no name of who runs it",
      (world) => ({ ...about(world, "new-provider"), providerName: " " }),
      { providerName: "provider-or-not-known" },
    ],
    [
      "a postcode nobody has",
      (world) => ({ ...about(world, "moved"), placeName: "Antelope House", postcode: "ZZ99 9ZZ" }),
      { postcode: "postcode-unknown" },
    ],
    [
      "itself",
      (world) => ({ ...about(world, "same-as"), other: "lenses-in-the-north" }),
      { other: "same-entry" },
    ],
    [
      "nothing we know",
      (world) => ({ ...about(world, "same-as"), other: "no-such" }),
      { other: "other-needed" },
    ],
    [
      "a number that no company has",
      (world) => ({ ...about(world, "wrong", "provider"), field: "companies-house-number", proposed: "12" }),
      { proposed: "company-number" },
    ],
    [
      "a fact nobody can correct",
      (world) => ({ ...about(world, "wrong"), field: "name", proposed: "X" }),
      { note: "line-gone" },
    ],
    [
      "an address without a town",
      (world) => ({ ...about(world, "wrong", "place"), field: "address", addressLines: "1 High Street" }),
      { postcode: "postcode-or-town" },
    ],
    [
      "a source of tomorrow",
      (world) => ({ ...about(world, "still-there"), "sources.0.publishedOn": "2027-01" }),
      { "sources.0.publishedOn": "date-not-yet" },
    ],
  ])("with %s is refused at its field", async (_, formOf, fields) => {
    const world = await makeWorld(db);
    await expect(submitReport(db, await person(), { form: formOf(world) }, NOW)).rejects.toMatchObject({
      fields,
    });
  });
});

const emptied = (form: ReportFormValues) => Object.fromEntries(Object.keys(form).map((field) => [field, ""]));
