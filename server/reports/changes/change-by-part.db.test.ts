import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { listChanges } from "@/db/queries/claims-read";
import { findDecisions } from "@/db/queries/decisions";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { mailOutbox } from "@/db/schema/campaigners";
import { services } from "@/db/schema/services";
import { sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { REPORT_APPROVED, REPORT_CHANGED } from "@/domain/records/change-batch";
import type { ChangeValue } from "@/domain/reports/changed-fact";
import type { FieldDecision } from "@/domain/reports/field-decision";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { beginChanges, CITED_IN_FORM } from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadReport } from "@/server/reports/pages/load-report";
import { previewChange } from "@/server/reports/pages/preview-change";
import { effectiveChangeOf } from "@/server/reports/publishing/effective-report";
import { change, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
type Begun = Awaited<ReturnType<typeof beginChanges>>;
type Type = "service" | "place" | "provider";

const formOf = ({ world }: Begun, question: string, more: ReportFormValues = {}, type: Type = "service") => ({
  ...CITED_IN_FORM,
  aboutType: type,
  aboutId: world.ids[type],
  question,
  ...more,
});
const refuse = (field: FieldDecision["field"]): FieldDecision => ({
  field,
  verdict: "refuse",
  comment: "",
  changedTo: null,
});

/** Sent by its author and held by a moderator. */
async function heldReport(begun: Begun, form: ReportFormValues) {
  const sent = await begun.send(form);
  const { version } = await holdReport(db, begun.actor, sent, NOW);
  const { reportId } = sent;
  const read = await loadModerationReport(db, begun.actor, reportId, NOW);
  if (!read.change) throw new Error("no report about an entry");
  return { reportId, version, proposal: read.proposal };
}

async function approve(begun: Begun, seen: { reportId: string; version: number }, fields: FieldDecision[]) {
  const approval = await approveReport(db, begun.actor, { ...seen, reason: REASON, fields }, NOW);
  if (approval.state !== "approved") throw new Error(`awaits a second: ${approval.rules}`);
  return approval;
}

/** A place is told with its address before it is one of ours, and by its name afterwards. */
function nameIn(value: ChangeValue | null): ChangeValue | null {
  return value?.is === "text"
    ? { is: "text", text: value.text.replace(/^Gnu House,.*$/, "Gnu House") }
    : value;
}

describe("a report about an entry, decided part by part", () => {
  test.each<
    [string, Parameters<typeof formOf> extends [unknown, ...infer Rest] ? Rest : never, FieldDecision[]]
  >([
    [
      "another day of its end",
      ["ended", { on: "2026-09" }],
      [change("changed-on", { on: "3 October 2026" })],
    ],
    ["its end without a day", ["ended", { on: "2026-09" }], [refuse("changed-on")]],
    [
      "another place to move to",
      ["moved", { placeName: "Antelope House", town: "Carlisle" }],
      [change("place", { placeName: "Gnu House", addressLines: "", town: "Carlisle", postcode: "CA2 7HY" })],
    ],
    [
      "another value",
      ["wrong", { field: "started-on", proposed: "2019" }],
      [change("value", { proposed: "April 2020" })],
    ],
    [
      "another spelling of who runs it",
      ["wrong", { field: "provider", proposed: "Gazele Helth" }],
      [change("value", { proposed: "Gazelle Health" })],
    ],
    [
      "a postcode that the author did not give",
      ["wrong", { field: "address", addressLines: "1 High Street", town: "Carlisle" }, "place"],
      [change("value", { postcode: "CA2 7HY" })],
    ],
  ])(
    "has %s: what is shown is what happens, and all of it is taken back",
    async (_, [question, more, type = "service"], fields) => {
      const begun = await beginChanges(db);
      const { proposal, ...seen } = await heldReport(begun, formOf(begun, question, more, type));
      const effective = await effectiveChangeOf(db, proposal, fields);
      expect(effective).not.toEqual(proposal);
      const would = await previewChange(db, effective);
      const { version: _version } = await approve(begun, seen, fields);
      const said = await previewChange(db, effective);
      expect(said.rows.map(({ before }) => before)).toEqual(would.rows.map(({ after }) => nameIn(after)));

      const history = await listChanges(db, type, [begun.world.ids[type]]);
      expect(history[0]?.reason).toBe(REPORT_CHANGED);
      const read = await loadModerationReport(db, begun.actor, seen.reportId, NOW);
      if (!read.undo) throw new Error("cannot be taken back");
      await undoChange(db, begun.actor, { ...read.undo, reason: REASON }, NOW);
      const again = await previewChange(db, effective);
      expect(again).toEqual(would);
    },
  );

  test("its author, the history and the audit are told what the moderator changed, part by part", async () => {
    const begun = await beginChanges(db);
    const form = formOf(begun, "new-provider", { providerName: "Gazele Helth", on: "2026-09" });
    const { proposal: _sent, ...seen } = await heldReport(begun, form);
    const renamed = change("provider", { providerName: "Gazelle Health", providerKind: "" });
    const approved = await approve(begun, seen, [
      { ...renamed, comment: "As the source spells it." },
      refuse("changed-on"),
    ]);

    const [next] = await db
      .select()
      .from(services)
      .where(eq(services.id, approved.serviceId ?? ""));
    expect(next?.startedOn).toBeNull();
    const mine = await loadReport(db, begun.author, seen.reportId, NOW);
    expect(mine.publishedInstead).toEqual([
      { field: "on", before: { is: "date", date: "2026-09" }, after: null },
      {
        field: "providerName",
        before: { is: "text", text: "Gazele Helth" },
        after: { is: "text", text: "Gazelle Health" },
      },
    ]);
    expect((await findDecisions(db, seen.reportId)).at(-1)?.verdict).toBe("approve-in-part");
    const [mail] = await db.select().from(mailOutbox).where(eq(mailOutbox.purpose, "report.decided"));
    expect(mail?.text).toContain(
      "- Who runs it: changed. As the source spells it.\n- When it changed: left out",
    );
    const [line] = await db
      .select({ payload: auditPayloads.payload })
      .from(auditEntries)
      .innerJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
      .where(eq(auditEntries.action, "report.approved"))
      .orderBy(desc(auditEntries.number));
    expect(line?.payload).toMatchObject({ changed: ["provider", "changed-on"] });
    const { history } = await loadModerationReport(db, begun.actor, seen.reportId, NOW);
    expect(history.at(-1)).toMatchObject({ action: "report.approved", changed: ["provider", "changed-on"] });
  });

  test("nothing is said to be changed where every part was accepted", async () => {
    const begun = await beginChanges(db);
    const { proposal: _sent, ...seen } = await heldReport(begun, formOf(begun, "ended", { on: "2026-09" }));
    await approve(begun, seen, [{ ...refuse("changed-on"), verdict: "accept" }]);
    const history = await listChanges(db, "service", [begun.world.ids.service]);
    expect(history[0]?.reason).toBe(REPORT_APPROVED);
    const read = await loadModerationReport(db, begun.actor, seen.reportId, NOW);
    expect(read.history.at(-1)?.changed).toEqual([]);
    expect(read.report.publishedInstead).toEqual([]);
  });

  test("what a moderator writes over a source is what is cited", async () => {
    const begun = await beginChanges(db);
    const { proposal: _sent, ...seen } = await heldReport(begun, formOf(begun, "still-there"));
    await approve(begun, seen, [change("sources", { edits: [{ index: 0, title: "Surgery confirmed" }] })]);
    const cited = await db.select({ title: sources.title }).from(sources);
    expect(cited.map(({ title }) => title)).toContain("Surgery confirmed");
    expect(cited.map(({ title }) => title)).not.toContain("Surgery taken over");
  });

  test("a place or an organisation that the moderator chose is the one that is meant", async () => {
    const begun = await beginChanges(db);
    const moved = formOf(begun, "moved", { placeName: "Yak Ward", town: "Carlisle" });
    const first = await heldReport(begun, moved);
    await approve(begun, first, [change("place", { placeId: begun.other.place })]);
    expect((await begun.serviceRow(begun.world.ids.service))?.placeId).toBe(begun.other.place);
    const next = await heldReport(begun, formOf(begun, "new-provider", { providerName: "Yaks" }));
    const { serviceId } = await approve(begun, next, [
      change("provider", { providerId: begun.other.provider }),
    ]);
    expect((await begun.serviceRow(serviceId ?? ""))?.providerId).toBe(begun.other.provider);
  });

  test.each<[string, [string, ReportFormValues], FieldDecision[], Record<string, unknown>]>([
    [
      "what is right left out",
      ["wrong", { field: "started-on", proposed: "2019" }],
      [refuse("value")],
      { value: "cannot-leave-out" },
    ],
    [
      "who runs it left out",
      ["new-provider", { providerName: "Gazelle" }],
      [refuse("provider")],
      { provider: "cannot-leave-out" },
    ],
    [
      "no source left",
      ["still-there", {}],
      [change("sources", { leaveOut: [0] })],
      { sources: "source-required" },
    ],
    [
      "a day to come",
      ["ended", {}],
      [change("changed-on", { on: "2027-01" })],
      { "changed-on": "change-not-yet" },
    ],
    [
      "who runs it already",
      ["new-provider", { providerName: "Gazelle" }],
      [change("provider", { providerName: "Okapi Ltd" })],
      { provider: "says-so-already" },
    ],
    [
      "a postcode that there is not",
      ["moved", { placeName: "Gnu House", town: "Carlisle" }],
      [change("place", { postcode: "ZZ99 9ZZ" })],
      { place: "postcode-unknown" },
    ],
    [
      "an entry that we do not have",
      ["same-as", { other: "" }],
      [change("same-as", { other: "no-such" })],
      { "same-as": "other-needed" },
    ],
  ])(
    "with %s is refused at that part, and nothing is done",
    async (_, [question, more], fields, problems) => {
      const begun = await beginChanges(db);
      const [, slug = ""] = begun.world.slugs.services;
      const given = question === "same-as" ? { other: slug } : more;
      const { proposal: _sent, ...seen } = await heldReport(begun, formOf(begun, question, given));
      const before = await begun.serviceRow(begun.world.ids.service);
      await expect(approve(begun, seen, fields)).rejects.toMatchObject({ fields: problems });
      expect(await begun.serviceRow(begun.world.ids.service)).toEqual(before);
    },
  );

  test("where a rule asks for two, the second is shown what the first decided, and publishes exactly that", async () => {
    const begun = await beginChanges(db);
    const form = formOf(begun, "wrong", { field: "provider", proposed: "Dr Smith" });
    const { proposal: _sent, ...seen } = await heldReport(begun, form);
    const fields = [change("value", { proposed: "Dr A Smith and partners" })];
    const sent = await approveReport(db, begun.actor, { ...seen, reason: REASON, fields }, NOW);
    expect(sent).toMatchObject({ state: "awaiting-second", rules: ["names-a-person"] });
    const { id } = await makeCampaigner(db, { role: "moderator" });
    const second: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
    const read = await loadModerationReport(db, second, seen.reportId, NOW);
    if (!read.change) throw new Error("no report about an entry");
    expect(read.firstChange?.rows[0]?.after).toEqual({ is: "text", text: "Dr A Smith and partners" });
    await confirmReport(db, second, { reportId: seen.reportId, version: sent.version, reason: REASON }, NOW);
    const [row] = (await previewChange(db, read.proposal)).rows;
    expect(row?.before).toEqual({ is: "text", text: "Dr A Smith and partners" });
  });

  test("words of sensitive care that the moderator took out still ask for a second person", async () => {
    const begun = await beginChanges(db);
    const form = { ...formOf(begun, "ended"), "sources.0.says": "The abortion clinic has closed." };
    const { proposal: _sent, ...seen } = await heldReport(begun, form);
    const fields = [change("sources", { edits: [{ index: 0, says: "The clinic has closed." }] })];
    const sent = await approveReport(db, begun.actor, { ...seen, reason: REASON, fields }, NOW);
    expect(sent).toMatchObject({ state: "awaiting-second", rules: ["may-be-area-only"] });
  });

  test("what is asked about a part is answered beside it", async () => {
    const begun = await beginChanges(db);
    const { proposal: _sent, ...seen } = await heldReport(begun, formOf(begun, "ended", { on: "2026-09" }));
    const asks: FieldDecision = { ...refuse("changed-on"), verdict: "ask", comment: "Which day?" };
    const asked = await requestChanges(db, begun.actor, { ...seen, reason: REASON, fields: [asks] }, NOW);
    const mine = await loadReport(db, begun.author, seen.reportId, NOW);
    expect(mine.asked).toEqual([{ field: "changed-on", comment: "Which day?" }]);
    const form = {
      ...mine.form,
      licence: "accepted",
      "answer.changed-on": "My source gives the month alone.",
    };
    await resubmitReport(db, begun.author, { reportId: seen.reportId, version: asked.version, form }, NOW);
    const { decisions } = await loadReport(db, begun.author, seen.reportId, NOW);
    expect(decisions[0]?.fields).toMatchObject([
      { field: "changed-on", answer: "My source gives the month alone." },
    ]);
  });
});
