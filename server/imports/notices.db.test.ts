import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { commissioners, providers } from "@/db/schema/places";
import { contracts, serviceContracts } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { VISITOR } from "@/domain/actor";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { repairRow } from "@/server/imports/lists/repair-row";
import { stageImport } from "@/server/imports/lists/stage-import";
import { loadNoticeLeads } from "@/server/imports/load-notice-leads";
import { fileOf, makeActor, stageInput, versionOf } from "@/server/imports/testing";

const db = testDb();

const NOTICE = {
  ocid: "ocds-h6vhtk-04a1b2",
  buyer: { name: "Cumbria Commissioners" },
  awards: [
    {
      id: "1",
      title: "Cataract services",
      value: { amount: 1250000, currency: "GBP" },
      contractPeriod: { startDate: "2026-04-01T00:00:00Z", endDate: "2029-03-31T00:00:00Z" },
      suppliers: [{ name: "Quay Eyes Ltd" }],
    },
  ],
};

it("a notice is a lead until somebody says where its care is, and then a contract with its own claims", async () => {
  const admin = await makeActor(db, "admin");
  const file = fileOf(JSON.stringify({ releases: [NOTICE] }), "notices.json");
  const { batchId } = await stageImport(db, admin, stageInput(), file);
  expect(await loadImport(db, admin, batchId)).toMatchObject({ format: "ocds" });
  const [lead] = await listRows(db, batchId);
  expect(lead?.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
    "place required",
    "category required",
    "postcode where-missing",
  ]);
  const campaigner = await makeActor(db, "campaigner");
  expect(await loadNoticeLeads(db, campaigner)).toMatchObject([
    {
      supplier: "Quay Eyes Ltd",
      buyer: "Cumbria Commissioners",
      title: "Cataract services",
      reference: "ocds-h6vhtk-04a1b2",
      startsOn: "2026-04-01",
      endsOn: "2029-03-31",
      pounds: "1250000",
      source: { title: stageInput().source.title },
    },
  ]);
  await expect(loadNoticeLeads(db, VISITOR)).rejects.toMatchObject({ reason: "sign-in" });
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  const cells = { place: "Quay Eyes", postcode: "CA2 7HY", category: "eye care", "provider-kind": "company" };
  await repairRow(db, admin, { ...(await seen()), number: 2, cells, decision: "" });
  await submitImport(db, admin, await seen());
  const moderator = await makeActor(db, "moderator");
  await approveImport(db, moderator, { ...(await seen()), rule: "all", warned: true });
  expect(await loadNoticeLeads(db, campaigner)).toEqual([]);
  const [supplier] = await db.select().from(providers);
  const [buyer] = await db.select().from(commissioners);
  expect([supplier?.name, buyer?.name]).toEqual(["Quay Eyes Ltd", "Cumbria Commissioners"]);
  expect(await db.select().from(contracts)).toMatchObject([
    {
      noticeReference: "ocds-h6vhtk-04a1b2",
      startsOn: "2026-04-01",
      endsOn: "2029-03-31",
      valuePounds: 1250000,
      holderId: supplier?.id,
      commissionerId: buyer?.id,
    },
  ]);
  expect(await db.select().from(serviceContracts)).toHaveLength(1);
});
