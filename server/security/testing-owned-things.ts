import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { makeClaim, makePlace, makeReport, makeService, makeSource } from "@/db/factories";
import { insertBulkRun } from "@/db/queries/bulk";
import { insertFile } from "@/db/queries/report-files";
import { insertSecondLook } from "@/db/queries/second-looks";
import { insertWithholdings } from "@/db/queries/withholdings";
import { bulkRuns, complaints, registrationProposals } from "@/db/schema";
import { placeRegistrations } from "@/db/schema/places";
import type { CampaignerActor } from "@/domain/actor";
import { stageCqc, tableCsv } from "@/server/imports/cqc/testing-cqc-imports";
import { loadOrganisations } from "@/server/imports/engine/load-organisations";
import { submitImport } from "@/server/imports/engine/submit-import";
import { LIST, stage, versionOf } from "@/server/imports/testing";
import type { World } from "@/server/records/testing-world";
import { saveChange } from "@/server/reports/changes/save-change";
import { SENT } from "@/server/reports/changes/testing-change";

/** For the test of who may do what: one of everything that is somebody's own, by id. */
export type OwnedThings = Awaited<ReturnType<typeof makeOwnedThings>>;
type ApprovedIn = Pick<World, "ids"> & { approver: CampaignerActor };

/**
 * One of everything that can be somebody's own, as this account's.
 * @param world has the entry that a change is about, and somebody who approves it.
 */
export async function makeOwnedThings(db: Db, ownerId: string, world: ApprovedIn) {
  const { id: reportId } = await makeReport(db, { authorId: ownerId });
  const owner = { kind: "campaigner", id: ownerId, role: "admin" } as const;
  // Another file each time: the same one again would be the import that is there.
  const batchId = await stage(db, owner, LIST.replace("Newtown Scans", `Scans ${ownerId}`));
  return {
    id: ownerId,
    reportId,
    batchId,
    ...(await editionOf(db, ownerId)),
    ...(await filesOf(db, ownerId, reportId)),
    ...(await runsOf(db, ownerId)),
    ...(await workOn(db, ownerId)),
    changeId: await changeBy(db, ownerId, world),
    proposalId: await proposalIn(db, batchId),
  };
}

/** An edition of a register that names an organisation and waits, so that it can reply. */
async function editionOf(db: Db, ownerId: string) {
  const admin = { kind: "campaigner", id: ownerId, role: "admin" } as const;
  const since = "2017-09-20";
  const one = { id: "1-100", code: "Z99001", since, name: "Alder Surgery", providerId: "1-200" };
  const content = tableCsv([{ ...one, provider: `Alder Care ${ownerId.slice(0, 4)}` }]);
  const editionId = await stageCqc({ db, admin }, "2026-10-02", content);
  await submitImport(db, admin, { batchId: editionId, version: await versionOf(db, editionId) });
  const { organisations } = await loadOrganisations(db, admin, editionId);
  return { editionId, organisationId: organisations[0]?.providerId ?? "" };
}

/** A picture that is there, and a file that is on its way. */
async function filesOf(db: Db, uploaderId: string, reportId: string) {
  const of = { reportId, uploaderId };
  const file = await insertFile(db, { ...of, ...picture() });
  const begun = await insertFile(db, { ...of, bytes: 10, name: "b.jpg" });
  return { fileId: file.id, begunFileId: begun.id };
}

function picture() {
  const size = { width: 60, height: 40, bytes: 10, received: 10 };
  return { ...size, state: "ready", kind: "photograph", name: "a.jpg", key: randomUUID() } as const;
}

/** Reports that a moderator means to decide together: some that are looked at still, and some that are decided. */
async function runsOf(db: Db, moderatorId: string) {
  const run = { moderatorId, verdict: "reject", reason: "It is wrong" } as const;
  const { id: runId } = await insertBulkRun(db, { ...run, submissionKey: randomUUID() });
  const [decided] = await db
    .insert(bulkRuns)
    .values({ ...run, phase: "decided", submissionKey: randomUUID() })
    .returning({ id: bulkRuns.id });
  return { runId, decidedRunId: decided?.id ?? "" };
}

/**
 * Entries that came of somebody's reports: one with a complaint about it and a picture that may be published, one marked as disputed, one that
 * somebody else took off the site. And what they asked a second person to look at.
 */
async function workOn(db: Db, ownerId: string) {
  const { recordId, reportId } = await entryOf(db, ownerId, "published");
  const { recordId: disputedId } = await entryOf(db, ownerId, "disputed");
  const { recordId: withheldId } = await entryOf(db, ownerId, "withheld");
  const offered = { reportId, uploaderId: ownerId, offeredAt: new Date() };
  const { id: pictureId } = await insertFile(db, { ...picture(), ...offered });
  const off = { visibilityBefore: "published", reason: "It is wrong", withheldBy: "record-command" } as const;
  await insertWithholdings(db, [{ recordType: "service", recordId: withheldId, ...off }]);
  const complaint = { recordType: "service", recordId, kind: "closed", why: "It is wrong" } as const;
  const [made] = await db.insert(complaints).values(complaint).returning({ id: complaints.id });
  const subject = { subjectType: "service", subjectId: (await makeService(db)).id } as const;
  const asked = { act: "withhold", reason: "It is wrong", askedBy: ownerId } as const;
  const look = await insertSecondLook(db, { ...subject, ...asked });
  const about = { complaintId: made?.id ?? "", lookId: look?.id ?? "" };
  return { recordId, disputedId, withheldId, pictureId, ...about };
}

async function entryOf(db: Db, authorId: string, visibility: "published" | "disputed" | "withheld") {
  const { id: recordId } = await makeService(db, { visibility });
  const approved = { state: "approved", publishedServiceId: recordId } as const;
  const { id: reportId } = await makeReport(db, { authorId, ...approved });
  return { recordId, reportId };
}

/** A change of an entry that was approved: a report of theirs asked for it. */
async function changeBy(db: Db, authorId: string, { ids, approver }: ApprovedIn): Promise<string> {
  const { id: reportId } = await makeReport(db, { authorId, state: "approved" });
  const proposed = `Zebra House ${authorId.slice(0, 4)}`;
  const about = { recordType: "place", recordId: ids.place, field: "name", proposed } as const;
  const proposal = { ...SENT, ...about, kind: "correction" } as const;
  const decided = { proposal, reportId, decidedOn: "2026-11-29", reason: "It is right" };
  return (await saveChange(db, approver, decided)).batchId;
}

/** What the edition of a register that they brought says of a place, otherwise than what is held. */
async function proposalIn(db: Db, batchId: string): Promise<string> {
  const [{ id: placeId }, { id: sourceId }] = [await makePlace(db), await makeSource(db)];
  for (const [field, value] of [
    ["name", "Newtown Surgery"],
    ["kind", "clinic"],
  ] as const)
    await makeClaim(db, { recordType: "place", recordId: placeId, sourceId, field, value });
  const day = "2026-03-01";
  const held = { placeId, locationId: "1-1", form: "partnership" } as const;
  const when = { registeredOn: day, since: day, confirmedOn: day, isLatest: true };
  await db.insert(placeRegistrations).values({ ...held, ...when, doubts: ["sources-differ"] });
  const said = { speaksOf: "2026-04-01", heldLocationId: "1-1", said: [] };
  const [made] = await db
    .insert(registrationProposals)
    .values({ placeId, batchId, sourceId, ...said })
    .returning({ id: registrationProposals.id });
  return made?.id ?? "";
}
