import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findAuditEntries } from "@/db/queries/audit";
import { listImportComments } from "@/db/queries/import-comments";
import { listOpenProposals } from "@/db/queries/proposals";
import { findRecord } from "@/db/queries/withholdings";
import { placeIdentifiers, places } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { VISITOR } from "@/domain/actor";
import { activeCsv, type MadeUpLocation } from "@/ingest/cqc/testing-cqc";
import { decideProposal } from "@/server/imports/cqc/decide-proposal";
import {
  afterTheWait,
  bringCqc,
  makeRegisterWorld,
  type RegisterWorld,
  stageCqc,
  tableCsv,
} from "@/server/imports/cqc/testing-cqc-imports";
import { approveImport } from "@/server/imports/engine/approve-import";
import { commentImport } from "@/server/imports/engine/comment-import";
import { discardRow } from "@/server/imports/engine/discard-row";
import { loadImport } from "@/server/imports/engine/load-import";
import { loadOrganisations } from "@/server/imports/engine/load-organisations";
import { organisationCsv } from "@/server/imports/engine/organisation-csv";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { LIST, makeActor, stage, versionOf } from "@/server/imports/testing";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { loadProviderPage } from "@/server/pages/load-provider-page";

const db = testDb();
let world: RegisterWorld;
beforeEach(async () => {
  world = await makeRegisterWorld(db);
  await bringCqc(world, "2024-10-16", tableCsv([CARE, PARTNERS]));
});

const CARE: MadeUpLocation = {
  id: "1-100",
  code: "Z99001",
  since: "2017-09-20",
  name: "Alder Surgery",
  providerId: "1-200",
  provider: "Alder Care Limited",
  company: "01234567",
};
const PARTNERS: MadeUpLocation = {
  id: "1-101",
  code: "Z99002",
  since: "2013-04-01",
  ownership: "Partnership",
  providerId: "1-201",
  provider: "Drs Xqalder and Xqbirch",
};
/** Another organisation at Alder Surgery, and a practice of which nothing is held; its name would be a formula in a spreadsheet. */
const FORMULA = "=Cedar Care Limited";
const other = { providerId: "1-250", provider: FORMULA, company: "07654321" };
const TAKEN_OVER: MadeUpLocation = { ...CARE, ...other, id: "1-150", since: "2025-06-01" };
const FIRST: MadeUpLocation = { ...CARE, ...other, id: "1-151", code: "Z99003", since: "2021-02-01" };

const EDITION = activeCsv([TAKEN_OVER, FIRST, PARTNERS]);

async function submitted(content: string = EDITION): Promise<string> {
  const batchId = await stageCqc(world, "2026-10-02", content);
  await submitImport(db, world.admin, { batchId, version: await versionOf(db, batchId) });
  return batchId;
}
const idOf = async (batchId: string, name: string) => {
  const { organisations } = await loadOrganisations(db, world.moderator, batchId);
  return organisations.find((one) => one.name === name)?.providerId ?? "";
};
const typed = {
  comment: "We hold this contract until 2027, and own no other practice.",
  document: "Letter to the campaign",
  date: "2026-03-02",
  url: "",
  verified: "From info@cedar.example; called 01228 000000 on 2 March 2026",
};
const comment = async (batchId: string, providerId: string, given: Partial<typeof typed> = {}) =>
  commentImport(db, world.moderator, {
    ...typed,
    ...given,
    batchId,
    providerId,
    version: await versionOf(db, batchId),
  });
const approve = async (batchId: string) =>
  approveImport(
    db,
    world.moderator,
    { batchId, version: await versionOf(db, batchId), rule: "all", warned: true },
    undefined,
    afterTheWait(),
  );
const printed = async (slug: string) =>
  (await loadProviderPage(slug, "outside-the-nhs", db))?.claims
    .filter(({ field }) => field === "comment")
    .map(({ value, isInForce, source }) => [value, isInForce, source.publisher]) ?? null;
const onPractice = async (code: string) => {
  const [found] = await db
    .select({ slug: places.slug })
    .from(placeIdentifiers)
    .innerJoin(places, eq(places.id, placeIdentifiers.placeId))
    .where(eq(placeIdentifiers.code, code));
  return (await loadPlacePage(found?.slug ?? "", "outside-the-nhs", db))?.comment?.value ?? null;
};

describe("an edition that waits", () => {
  it("says whom it names, with the rows of each: what is held of them, added and proposed", async () => {
    const { organisations } = await loadOrganisations(db, world.moderator, await submitted());
    expect(organisations.map(({ name, rows }) => [name, rows.map(({ code }) => code)])).toEqual([
      [FORMULA, ["Z99001", "Z99003"]],
      ["Alder Care Limited", ["Z99001"]],
    ]);
  });

  it("has a file for each: who, where, since when, what is shown now and what would change, by which copy; formulas are text", async () => {
    const batchId = await submitted();
    const csv = await organisationCsv(db, world.moderator, batchId, await idOf(batchId, FORMULA));
    expect(csv.split("\r\n")).toEqual([
      "Organisation,Practice,Practice code,Registered since,Registered until,Shown now,What would change,What a moderator looks at,Source,Document,Copy of,Check at the regulator,Your comment",
      `'${FORMULA},Alder Surgery,Z99001,2025-06-01,,"Alder Care Limited, 20 September 2017",Why this is not certain: sources differ: a newer copy of the regulator’s register names another provider,"The register has another now: ${FORMULA}, 1 June 2025. What we hold stays, shown as in doubt, and a moderator gets this as a proposal.",Care Quality Commission,"Care directory with filters (active locations), Care Quality Commission",2026-10-01,https://www.cqc.org.uk/location/1-150,`,
      `'${FORMULA},Cedar Medical Centre,Z99003,2021-02-01,,,"Registered with the regulator: ${FORMULA}, 1 February 2021",'${FORMULA} is new to us: check how it is spelt.,Care Quality Commission,"Care directory with filters (active locations), Care Quality Commission",2026-10-01,https://www.cqc.org.uk/location/1-151,`,
      "",
    ]);
    const doubted = await organisationCsv(
      db,
      world.moderator,
      batchId,
      await idOf(batchId, "Alder Care Limited"),
    );
    expect(doubted).toContain("Alder Care Limited,Alder Surgery,Z99001,2017-09-20,");
    expect(doubted).not.toContain("Xq");
  });

  it("leaves out of it what a moderator left out", async () => {
    const batchId = await submitted();
    const { organisations } = await loadOrganisations(db, world.moderator, batchId);
    const number = organisations[0]?.rows.find(({ code }) => code === "Z99003")?.number ?? 0;
    const version = await versionOf(db, batchId);
    await discardRow(db, world.moderator, { batchId, version, number, isBack: false });
    const left = await loadOrganisations(db, world.moderator, batchId);
    expect(left.organisations.map(({ name, rows }) => [name, rows.length])).toEqual([
      [FORMULA, 1],
      ["Alder Care Limited", 1],
    ]);
  });

  it("tells nobody but moderators, nothing of an organisation that it does not name, and nothing once it is decided", async () => {
    const batchId = await submitted();
    const cedar = await idOf(batchId, FORMULA);
    const campaigner = await makeActor(db, "campaigner");
    for (const actor of [VISITOR, campaigner])
      await expect(organisationCsv(db, actor, batchId, cedar)).rejects.toMatchObject({
        reason: "not-moderator",
      });
    await expect(organisationCsv(db, world.moderator, batchId, world.admin.id)).rejects.toMatchObject({
      code: "not-found",
    });
    await approve(batchId);
    await expect(organisationCsv(db, world.moderator, batchId, cedar)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("a comment on it", () => {
  it("is printed on the organisation's page when its rows are, even where that is new, and goes with them", async () => {
    const batchId = await submitted();
    await comment(batchId, await idOf(batchId, FORMULA), { comment: "This is what we wrote first." });
    await comment(batchId, await idOf(batchId, FORMULA));
    await comment(batchId, await idOf(batchId, "Alder Care Limited"), { url: "https://alder.example/reply" });
    expect(await printed("alder-care-limited")).toEqual([]);
    expect(await printed("cedar-care-limited")).toBeNull();
    await approve(batchId);
    const [said] = [typed.comment];
    expect(await printed("cedar-care-limited")).toEqual([[said, true, FORMULA]]);
    expect(await printed("alder-care-limited")).toEqual([[said, true, "Alder Care Limited"]]);
    // And beside each practice that is registered to it, where no service of it is counted; beside nobody else's.
    expect(await Promise.all(["Z99001", "Z99003", "Z99002"].map(onPractice))).toEqual([said, said, null]);
    await undoImport(db, world.admin, { batchId, version: await versionOf(db, batchId) });
    expect(await printed("cedar-care-limited")).toBeNull();
    expect(await printed("alder-care-limited")).toEqual([]);
  });

  it("waits with a proposal for who is only proposed, and is printed once that is taken over", async () => {
    const batchId = await submitted(activeCsv([TAKEN_OVER, PARTNERS]));
    await comment(batchId, await idOf(batchId, FORMULA));
    await approve(batchId);
    expect(await printed("cedar-care-limited")).toBeNull();
    const [open] = await listOpenProposals(db, { offset: 0, limit: 1 });
    const { id = "", version = 0 } = open?.proposal ?? {};
    const decision = { id, version, decision: "accept", reason: "The regulator's page says the same." };
    await decideProposal(db, world.moderator, decision);
    expect(await printed("cedar-care-limited")).toEqual([[typed.comment, true, FORMULA]]);
  });

  it("is not printed where its rows were left out", async () => {
    const batchId = await submitted(activeCsv([TAKEN_OVER, FIRST, PARTNERS]));
    const { organisations } = await loadOrganisations(db, world.moderator, batchId);
    const alder = organisations.find(({ name }) => name === "Alder Care Limited");
    await comment(batchId, alder?.providerId ?? "");
    const number = alder?.rows[0]?.number ?? 0;
    const version = await versionOf(db, batchId);
    await discardRow(db, world.moderator, { batchId, version, number, isBack: false });
    await approve(batchId);
    expect(await printed("alder-care-limited")).toEqual([]);
  });

  it("is audited with how it was verified, and makes an approver look again", async () => {
    const batchId = await submitted();
    const seen = await versionOf(db, batchId);
    await comment(batchId, await idOf(batchId, FORMULA));
    const entries = await findAuditEntries(db, 0, 1000);
    expect(entries.filter(({ entry }) => entry.action === "batch.commented")).toMatchObject([
      {
        entry: { actorId: world.moderator.id, subjectId: batchId },
        payload: { organisation: FORMULA, verified: typed.verified },
      },
    ]);
    const approval = { batchId, version: seen, rule: "all", warned: true };
    await expect(
      approveImport(db, world.moderator, approval, undefined, afterTheWait()),
    ).rejects.toMatchObject({ what: "batch.changed" });
    expect((await loadImport(db, world.moderator, batchId)).comments).toMatchObject([
      { organisation: FORMULA, comment: typed.comment },
    ]);
  });

  it.each([
    ["comment", "Too short"],
    ["document", ""],
    ["date", "2026-13"],
    ["url", "javascript:alert(1)"],
    ["verified", "yes"],
  ])("is not kept with this %s: %s", async (field, value) => {
    const batchId = await submitted();
    const cedar = await idOf(batchId, FORMULA);
    await expect(comment(batchId, cedar, { [field]: value })).rejects.toMatchObject({
      fields: { [field]: expect.anything() },
    });
    expect(await listImportComments(db, batchId)).toEqual([]);
  });

  it("is of an organisation that it names, of an import that waits, and a moderator's to keep", async () => {
    const batchId = await submitted();
    await expect(comment(batchId, world.admin.id)).rejects.toMatchObject({ code: "not-found" });
    const seen = { ...typed, batchId, providerId: await idOf(batchId, FORMULA), version: 2 };
    const campaigner = await makeActor(db, "campaigner");
    await expect(commentImport(db, campaigner, seen)).rejects.toMatchObject({ reason: "not-moderator" });
    const list = await stage(db, world.admin, LIST);
    await submitImport(db, world.admin, { batchId: list, version: await versionOf(db, list) });
    await expect(comment(list, world.admin.id)).rejects.toMatchObject({ reason: "names-nobody" });
    await approve(batchId);
    await expect(comment(batchId, seen.providerId)).rejects.toMatchObject({ reason: "wrong-state" });
    expect(await findRecord(db, "provider", "cedar-care-limited")).toBeDefined();
  });
});
