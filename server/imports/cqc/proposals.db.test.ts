import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { makeCampaigner, makeSource } from "@/db/factories";
import { auditEntries } from "@/db/schema/audit";
import { placeIdentifiers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { activeCsv, directoryCsv, type MadeUpLocation } from "@/ingest/cqc/testing-cqc";
import { decideProposal, decideProposals } from "@/server/imports/cqc/decide-proposal";
import { countProposals, loadProposals } from "@/server/imports/cqc/load-proposals";
import {
  bringCqc,
  makeRegisterWorld,
  previewOf,
  type RegisterWorld,
  runsOf,
  stageCqc,
  tableCsv,
} from "@/server/imports/cqc/testing-cqc-imports";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, makeActor, versionOf } from "@/server/imports/testing";
import { saveRecords } from "@/server/records/save-records";

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
};
const PARTNERS: MadeUpLocation = {
  id: "1-101",
  code: "Z99002",
  since: "2013-04-01",
  ownership: "Partnership",
  providerId: "1-201",
};
const CHAIN: MadeUpLocation = {
  ...CARE,
  id: "1-110",
  since: "2025-05-01",
  providerId: "1-210",
  provider: "Alder Chain Limited",
};
const REASON = "Their own page says so since May 2025.";

const bringChain = () => bringCqc(world, "2026-10-02", activeCsv([CHAIN, PARTNERS]));
async function open() {
  const { proposals } = await loadProposals(db, world.moderator, 1);
  const [first] = proposals;
  if (!first) throw new Error("nothing is proposed");
  return first;
}
const decide = async (decision: string, reason = REASON, actor = world.moderator) => {
  const { id, version } = await open();
  return decideProposal(db, actor, { id, version, decision, reason });
};

describe("a newer edition that names another provider", () => {
  it("overwrites nothing: what is held stays, in doubt, and a moderator gets a proposal", async () => {
    const batchId = await stageCqc(world, "2026-10-02", activeCsv([CHAIN, PARTNERS]));
    expect((await previewOf(db, batchId))[0]).toEqual([
      "changed",
      "Alder Surgery (Z99001)",
      "registration-doubt sets >sources-differ",
      "registration-differs: Alder Chain Limited, 1 May 2025",
    ]);
    expect(await countProposals(db, world.moderator)).toBe(0);
    await bringChain();
    expect(await runsOf(db, "Z99001")).toEqual([
      {
        who: "Alder Care Limited",
        since: "2017-09-20",
        confirmedOn: "2024-10-16",
        doubts: ["sources-differ"],
        isLatest: true,
      },
    ]);
    expect(await countProposals(db, world.moderator)).toBe(1);
    expect(await open()).toMatchObject({
      place: { name: "Alder Surgery" },
      held: { provider: { name: "Alder Care Limited" }, doubts: ["sources-differ"] },
      said: [{ organisation: { name: "Alder Chain Limited" }, registeredOn: "2025-05-01" }],
      speaksOf: "2026-10-01",
      isOwn: false,
    });
  });

  it("taken over by a moderator it is the answer, audited with the reason; undoing the import takes it back", async () => {
    const batchId = await bringChain();
    await decide("accept");
    expect(await runsOf(db, "Z99001")).toMatchObject([
      { who: "Alder Chain Limited", since: "2025-05-01", doubts: [], isLatest: true },
      { who: "Alder Care Limited", since: "2017-09-20", isLatest: false },
    ]);
    expect(await countProposals(db, world.moderator)).toBe(0);
    const said = await db.select().from(auditEntries).where(eq(auditEntries.action, "proposal.accepted"));
    expect(said).toMatchObject([{ actorId: world.moderator.id, subjectType: "place" }]);
    await undoImport(db, world.admin, { batchId, version: await versionOf(db, batchId) });
    expect(await runsOf(db, "Z99001")).toMatchObject([{ who: "Alder Care Limited", doubts: [] }]);
  });

  it("left as it is by a moderator it is no doubt any more, and the next edition that repeats it says nothing new", async () => {
    await bringChain();
    await decide("dismiss", "That row is of the hub on the ground floor.");
    expect(await runsOf(db, "Z99001")).toMatchObject([{ who: "Alder Care Limited", doubts: [] }]);
    const later = activeCsv([CHAIN, PARTNERS], "1 November 2026");
    expect(await previewOf(db, await stageCqc(world, "2026-11-02", later))).toEqual([
      [
        "changed",
        "Birch Practice (Z99002)",
        "registration confirms a partnership, 1 April 2013>a partnership, 1 April 2013",
      ],
    ]);
    // Somebody else again is news.
    const third = { ...CHAIN, id: "1-120", providerId: "1-220", provider: "Alder Trust Limited" };
    const news = await previewOf(
      db,
      await stageCqc(world, "2026-11-03", activeCsv([third, PARTNERS], "2 November 2026")),
    );
    expect(news[0]?.at(-1)).toBe("registration-differs: Alder Trust Limited, 1 May 2025");
  });

  it("a newer edition that agrees with what is held, and an undone one, leave nothing to decide", async () => {
    const batchId = await bringChain();
    const { id, version } = await open();
    await bringCqc(world, "2026-10-09", directoryCsv([CARE, PARTNERS], "9 October 2026"));
    expect(await runsOf(db, "Z99001")).toMatchObject([{ doubts: [], confirmedOn: "2026-10-09" }]);
    expect(await countProposals(db, world.moderator)).toBe(0);
    await expect(
      decideProposal(db, world.moderator, { id, version, decision: "accept", reason: REASON }),
    ).rejects.toMatchObject({ what: "proposal.over" });
    await undoImport(db, world.admin, { batchId, version: await versionOf(db, batchId) });
    expect(await countProposals(db, world.moderator)).toBe(0);
  });

  it("is decided by moderators alone, not by whoever brought it, once, and with a reason", async () => {
    await bringChain();
    const campaigner = await makeActor(db, "campaigner");
    const { id, version } = await open();
    const sent = { id, version, decision: "accept", reason: REASON };
    await expect(loadProposals(db, campaigner, 1)).rejects.toMatchObject({ reason: "not-moderator" });
    await expect(decideProposal(db, campaigner, sent)).rejects.toMatchObject({ reason: "not-moderator" });
    await expect(decideProposal(db, world.admin, sent)).rejects.toMatchObject({ reason: "own-import" });
    const { id: newcomerId } = await makeCampaigner(db, { role: "moderator", practisedAt: null });
    const newcomer = { kind: "campaigner", id: newcomerId, role: "moderator" } as const;
    await expect(decideProposal(db, newcomer, sent)).rejects.toMatchObject({ reason: "practise-first" });
    await expect(
      decideProposals(db, newcomer, { chosen: [`${id}:${version}`], decision: "dismiss", reason: REASON }),
    ).rejects.toMatchObject({ reason: "practise-first" });
    await expect(decideProposal(db, world.moderator, { ...sent, reason: "yes" })).rejects.toMatchObject({
      fields: { reason: "reason-needed" },
    });
    await expect(decideProposal(db, world.moderator, { ...sent, decision: "" })).rejects.toMatchObject({
      fields: { decision: "choice" },
    });
    await decideProposal(db, world.moderator, sent);
    await expect(decideProposal(db, world.moderator, sent)).rejects.toMatchObject({
      what: "proposal.decided",
    });
  });
});

describe("several at once", () => {
  const ALSO: MadeUpLocation = { ...CHAIN, id: "1-111", code: "Z99002", since: "2025-06-01" };
  const bringBoth = () => bringCqc(world, "2026-10-02", activeCsv([CHAIN, PARTNERS, ALSO]));
  const all = async () => (await loadProposals(db, world.moderator, 1)).proposals;
  const ticked = (proposals: Awaited<ReturnType<typeof all>>) =>
    proposals.map(({ id, version }) => `${id}:${version}`);

  it("show what each would do, and are taken over with one reason, each audited", async () => {
    const list = "Place,Postcode,Kind of care,Provider,Kind of provider,Since,Register code\n";
    await importList(
      db,
      `${list}Alder Surgery,CA1 1EB,GP practice,Alder Care Limited,company,2017-09-20,Z99001\n`,
    );
    await bringBoth();
    const proposals = await all();
    expect(proposals.map(({ place, effects }) => [place.name, ...effects])).toEqual([
      [
        "Alder Surgery",
        { what: "answers", who: "Alder Chain Limited", on: "2025-05-01" },
        { what: "ends", who: "Alder Care Limited", on: "2025-05-01" },
      ],
      ["Birch Practice", { what: "answers", who: "Alder Chain Limited", on: "2025-06-01" }],
    ]);
    const sent = { chosen: ticked(proposals), decision: "accept", reason: REASON };
    expect(await decideProposals(db, world.moderator, sent)).toEqual({ decided: 2 });
    for (const code of ["Z99001", "Z99002"])
      expect((await runsOf(db, code))[0]).toMatchObject({ who: "Alder Chain Limited", doubts: [] });
    const audited = await db.select().from(auditEntries).where(eq(auditEntries.action, "proposal.accepted"));
    expect(audited).toHaveLength(2);
  });

  it("are all decided or none: one that changed, none ticked, whoever brought them", async () => {
    await bringBoth();
    const chosen = ticked(await all());
    const sent = { chosen, decision: "accept", reason: REASON };
    const late = [chosen[0], `${chosen[1]?.slice(0, 36)}:7`];
    await expect(
      inTransaction(db, (nested) => decideProposals(nested, world.moderator, { ...sent, chosen: late })),
    ).rejects.toMatchObject({ what: "proposal.changed" });
    expect(await countProposals(db, world.moderator)).toBe(2);
    for (const none of [[], ["x"]])
      await expect(decideProposals(db, world.moderator, { ...sent, chosen: none })).rejects.toMatchObject({
        fields: { chosen: "choose-proposals" },
      });
    await expect(decideProposals(db, world.admin, sent)).rejects.toMatchObject({ reason: "own-import" });
  });
});

describe("what a person found out", () => {
  const list = (provider: string) =>
    `Place,Postcode,Kind of care,Provider,Kind of provider,Since,Register code\nAlder Surgery,CA1 1EB,GP practice,${provider},company,2017-09-20,Z99001\n`;
  const source = (publishedOn: string) => ({
    source: {
      kind: "news",
      title: `A paper of ${publishedOn}`,
      publisher: "A paper",
      url: "https://paper.example/",
      publishedOn,
    },
  });
  const service = async () => {
    const [row] = await db.select().from(services).where(eq(services.category, "gp-practice"));
    return row && { provider: row.providerId, confirmed: row.lastConfirmedOn, status: row.status };
  };

  it("with an older source is confirmed on the register's day where that agrees", async () => {
    await importList(db, list("Alder Care Limited"), source("2025-06-01"));
    const before = await service();
    await bringCqc(world, "2026-10-02", activeCsv([CARE, PARTNERS]));
    expect(await service()).toEqual({ ...before, confirmed: "2026-10-01" });
  });

  it("with a newer source keeps its day where an older edition agrees", async () => {
    await importList(db, list("Alder Care Limited"), source("2026-11-01"));
    const before = await service();
    await bringCqc(world, "2026-10-02", activeCsv([CARE, PARTNERS]));
    expect(await service()).toEqual(before);
    expect(before?.confirmed).toBe("2026-11-01");
  });

  it.each([["2025-06-01"], ["2026-11-01"]])(
    "and of somebody else, on %s, is left alone by an edition of October 2026: its registration is a doubt",
    async (day) => {
      await importList(db, list("Dogwood Health Limited"), source(day));
      const before = await service();
      await bringCqc(world, "2026-10-02", activeCsv([CARE, PARTNERS]));
      expect(await service()).toEqual(before);
      expect((await runsOf(db, "Z99001"))[0]?.doubts).toEqual(["another-runner"]);
    },
  );

  it("that shows another form stays a doubt when an edition repeats what it said before", async () => {
    const [place] = await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.code, "Z99002"));
    const id = place?.placeId ?? "";
    const value = { key: PARTNERS.id, doubts: ["other-form-reported"] };
    const says = { field: "registration-doubt" as const, value, confirmedOn: "2017-06-01", says: "One GP." };
    const claims = [{ ...says, sourceId: (await makeSource(db)).id }];
    await saveRecords(db, world.moderator, [{ recordType: "place", recordId: id, claims }], {
      reason: REASON,
      action: "record.changed",
      subject: { type: "place", id },
    });
    await bringCqc(world, "2026-10-02", activeCsv([CARE, PARTNERS]));
    expect(await runsOf(db, "Z99002")).toMatchObject([
      { confirmedOn: "2026-10-01", doubts: ["other-form-reported"] },
    ]);
  });

  it("and its end, taken over from the register, ends the service on the register's day", async () => {
    await importList(db, list("Alder Care Limited"), source("2025-06-01"));
    await bringChain();
    await decide("accept");
    const [row] = await db.select().from(services).where(eq(services.category, "gp-practice"));
    expect(row).toMatchObject({ status: "ended", endedOn: "2025-05-01" });
  });
});
