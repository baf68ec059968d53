import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeArea } from "@/db/factories";
import { saveSetting } from "@/db/queries/settings";
import { claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadApproval, loadImport, loadImportRow, loadImportRows } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, makeActor, stage } from "@/server/imports/testing";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";
import { findPostcode } from "@/server/reference/find-postcode";

const db = testDb();

const HEAD =
  "Place,Address,Town,Postcode,Kind of care,Provider,Provider kind,Who pays,Contract type,Status,Since when,Note\n";
const BLIND =
  'Blind Clinic,10 Downing Street,Carlisle,CA2 7HY,mental health,Circle Health Group,company,Some Board,apms,planned,2027-03,"Fraudsters run this clinic, it says."\n';

async function handedOn(list: string) {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const batchId = await stage(db, admin, list);
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  return { admin, moderator, read: await loadImport(db, moderator, batchId) };
}
const everyRow = { filter: {}, page: 1 };

it("whoever approves a row was shown every fact that it then publishes: in the list, in the sample and on its page", async () => {
  const { moderator, read } = await handedOn(`${HEAD}${BLIND}`);
  const { rows } = await loadImportRows(db, moderator, read, everyRow);
  const [sampled] = (await loadApproval(db, moderator, read)).sample;
  const [{ plan, facts } = { plan: null, facts: [] }] = rows;
  expect(sampled?.facts).toEqual(facts);
  expect((await loadImportRow(db, moderator, read, 2)).facts).toEqual(facts);
  await approveImport(db, moderator, { batchId: read.id, version: read.version, rule: "all", warned: true });
  const made = await db.select().from(claims).where(eq(claims.batchId, read.id));
  const shown = [plan?.service.name, ...facts.map(({ value }) => value)].join("\n");
  for (const { recordType, field, value, says } of made) {
    if (field === "address") {
      const { lines, town, postcode } = value as Record<string, string>;
      for (const part of [lines, town, postcode]) expect(shown).toContain(part);
    } else if (typeof value === "string" && `${recordType} ${field}` !== "commissioner kind")
      expect(shown, `${recordType} ${field}`).toContain(value);
    // The position of a postcode is said by its own reference, and how we worked something out is no word of the source.
    if (field !== "address" && !says?.startsWith("Worked out from ")) expect(shown).toContain(says);
  }
  expect(made.map(({ recordType, field }) => `${recordType} ${field}`)).toEqual(
    expect.arrayContaining(["provider legal-form", "contract type", "service started-on", "place kind"]),
  );
});

it("of what is shown by area only nobody is shown the place: not where it became so after the preview either", async () => {
  const found = findPostcode("CA2 7HY");
  if (found.status !== "found") throw new Error("the postcode of the test is gone");
  await makeArea(db, { kind: "icb", code: found.healthBody, nameEn: "Board of the North" });
  const { moderator, read } = await handedOn(
    `${HEAD}${BLIND}${BLIND.replace("mental health", "abortion").replace("Blind", "Quiet")}`,
  );
  await saveSetting(db, AREA_ONLY_SETTING, ["mental-health"]);
  const { rows } = await loadImportRows(db, moderator, read, everyRow);
  const shown = rows.map(({ question: _question, parsed: _parsed, ...row }) => row);
  expect(JSON.stringify(shown)).not.toMatch(/Blind|Quiet|Downing|CA2|Fraudsters/);
  expect(rows[1]?.facts).toContainEqual({ name: "area", value: "Board of the North" });
});

it("what an undone import had published is not called published any more", async () => {
  const { admin, moderator, read } = await handedOn(`${HEAD}${BLIND}`);
  await approveImport(db, moderator, { batchId: read.id, version: read.version, rule: "all", warned: true });
  const published = async () => {
    const now = await loadImport(db, moderator, read.id);
    return (await loadImportRows(db, moderator, now, everyRow)).rows.map((row) => row.published);
  };
  expect(await published()).toEqual(["now"]);
  const { version } = await loadImport(db, admin, read.id);
  await undoImport(db, admin, { batchId: read.id, version });
  expect(await published()).toEqual(["undone"]);
});

it("of a place and a provider that we have the approver is told which they are", async () => {
  await importList(db, `${HEAD}${BLIND}`);
  const { moderator, read } = await handedOn(
    `${HEAD}Blind Clinic,,,CA2 7HY,physiotherapy,Circle Health Group,,,,,,\n`,
  );
  const { rows } = await loadImportRows(db, moderator, read, everyRow);
  expect(rows[0]?.facts).toEqual(
    expect.arrayContaining([
      { name: "place", value: "Blind Clinic", standing: "known" },
      { name: "address", value: "10 Downing Street, Carlisle, CA2 7HY", standing: "known" },
      { name: "provider-kind", value: "company", standing: "known" },
    ]),
  );
});
