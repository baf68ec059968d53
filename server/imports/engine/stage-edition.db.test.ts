import { expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { IMPORTED_EDITIONS, loadEditionChoices } from "@/server/imports/engine/edition-choices";
import { loadImport } from "@/server/imports/engine/load-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { extractCsv, extractFile, makeTrust, TRUST } from "@/server/imports/extracts/testing-extract";
import { makeActor } from "@/server/imports/testing";

const db = testDb();

it("offers every file that can be brought, with what is here of it", async () => {
  const choices = await loadEditionChoices(db, await makeActor(db, "admin"));
  expect(choices.map(({ format }) => format)).toEqual(IMPORTED_EDITIONS);
  expect(choices.slice(-3)).toMatchObject([
    {
      format: "waiting-times",
      edition: null,
      entries: 382,
      title: "Consultant-led referral to treatment waiting times, full extract",
    },
    {
      format: "gp-payments",
      edition: "2022-23",
      entries: 235,
      title: "NHS Payments to General Practice, England",
    },
    {
      format: "cqc",
      edition: null,
      title: "Care Quality Commission: who is registered at GP practices",
    },
  ]);
  await expect(loadEditionChoices(db, await makeActor(db, "moderator"))).rejects.toMatchObject({
    reason: "not-admin",
  });
});

it("brings each as what it is said to be, under the id that it is given", async () => {
  await makeTrust(db);
  const admin = await makeActor(db, "admin");
  const id = "11111111-2222-4333-8444-555555555555";
  const told: string[] = [];
  const extract = await stageEdition(
    db,
    admin,
    { register: "waiting-times", edition: "2026-05", because: "A file of one code, for a test" },
    extractFile(extractCsv("May-2026", [TRUST, { code: "ZZ9ZZ", name: "SIGHT LTD" }])),
    (phase, rows, of) => told.push(`${phase} ${rows} ${of ?? ""}`.trim()),
    id,
  );
  expect(extract).toEqual({ batchId: id, isAgain: false });
  expect(told).toEqual(["read 8", "planned 0 1", "planned 1"]);
  const payments = await stageEdition(
    db,
    admin,
    { register: "gp-payments", edition: "2023-24" },
    extractFile(
      "Practice Code,Practice Name,Practice Postcode,Practice Close Date,Contract Type\nZ99001,A,CA1 2HE,,GMS\n",
    ),
  );
  expect(await loadImport(db, admin, payments.batchId)).toMatchObject({ format: "gp-payments" });
  const wards = { register: "wards", edition: "2026-05" };
  await expect(stageEdition(db, admin, wards, extractFile("a"))).rejects.toMatchObject({
    fields: { register: "required" },
  });
});
