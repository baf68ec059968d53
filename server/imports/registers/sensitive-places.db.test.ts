import { describe, expect, it } from "vitest";
import { findRow, listRows } from "@/db/queries/imports";
import { listPublicPaths } from "@/db/queries/sitemap";
import { readPlaceTable } from "@/db/reference/place-table";
import { readClassification } from "@/db/reference/provider-classification";
import { placeAddresses } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { RegisterPlace } from "@/domain/places/register-place";
import { isAreaOnly } from "@/domain/services/category";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";
import { decideRow } from "@/server/imports/engine/decide-row";
import { loadImport, loadImportRow } from "@/server/imports/engine/load-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { approveEdition } from "@/server/imports/registers/testing-register";
import { makeActor, versionOf } from "@/server/imports/testing";
import { registerDrafts } from "@/server/starter/load-registers";

const db = testDb();

const HEADER =
  "OrganisationCode¬OrganisationStatus¬OrganisationName¬Address1¬Address2¬Address3¬City¬Postcode¬Latitude¬Longitude¬ParentODSCode¬ParentName";
const hospital = (code: string, name: string, { street = "3 Grove Road", parent = "Care Ltd" } = {}) =>
  [code, "Visible", name, street, "", "", "Bristol", "BS1 5TR", "51.4529", "-2.5997", "NV1", parent].join(
    "¬",
  );
const ORDINARY = hospital("NV200", "Bristol Eye Hospital", { street: "5 Lower Road" });

async function stage(...lines: string[]): Promise<{ admin: CampaignerActor; batchId: string }> {
  const admin = await makeActor(db, "admin");
  const sent = { register: "hospitals", edition: "2026-10", because: "A short file, for a test." };
  const bytes = (async function* () {
    yield Buffer.from([HEADER, ...lines].join("\r\n"), "latin1");
  })();
  return { admin, batchId: (await stageEdition(db, admin, sent, { name: "Hospital.csv", bytes })).batchId };
}
const submit = async (admin: CampaignerActor, batchId: string) =>
  submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
const said = async (batchId: string) =>
  (await listRows(db, batchId)).map(({ outcome, problems: [problem] }) => [
    outcome,
    problem && `${problem.code} ${problem.detail}`,
  ]);
const paths = async () =>
  (await listPublicPaths(db)).flatMap(({ path }) => (path.startsWith("/places/") ? path : []));

describe("a place of an edition whose words speak of care shown by area only", () => {
  it.each([
    [hospital("NV198", "MSI Choices Bristol Abortion Clinic"), "abortion"],
    [hospital("NV199", "The Bridge SARC"), "sarc"],
    [hospital("NV201", "Grove House", { street: "The Women's Refuge" }), "womens refuge"],
    [hospital("NV202", "Grove House", { parent: "MSI Reproductive Choices" }), "msi reproductive"],
    [hospital("NV203", "Gender Identity Clinic"), "gender identity"],
  ])("is published by no rule, and is not kept: %s", async (line, words) => {
    const { admin, batchId } = await stage(line, ORDINARY);
    expect(await said(batchId)).toEqual([
      ["refused", `could-be-sensitive ${words}`],
      ["new", undefined],
    ]);
    await submit(admin, batchId);
    await approveEdition(db, await makeActor(db, "moderator"), batchId);
    expect(await paths()).toEqual(["/places/bristol-eye-hospital"]);
    expect(JSON.stringify(await db.select().from(placeAddresses))).not.toContain("Grove");
    expect(JSON.stringify(await findRow(db, batchId, 1))).not.toMatch(/grove|BS1|bridge|choices/i);
  });

  it("is published once its importer says that it is no such care, and its approver is told", async () => {
    const { admin, batchId } = await stage(hospital("NV199", "The Bridge Refuge Hospital"), ORDINARY);
    const read = await loadImport(db, admin, batchId);
    expect((await loadImportRow(db, admin, read, 1)).question).toEqual({ kind: "decision" });
    expect((await loadImportRow(db, admin, read, 2)).question).toBeNull();
    const seen = { batchId, version: read.version };
    await expect(
      decideRow(db, admin, { ...seen, number: 2, decision: "not-sensitive" }),
    ).rejects.toMatchObject({ reason: "not-a-list" });
    await expect(
      decideRow(db, await makeActor(db, "moderator"), { ...seen, number: 1, decision: "not-sensitive" }),
    ).rejects.toMatchObject({ reason: "not-admin" });
    await decideRow(db, admin, { ...seen, number: 1, decision: "not-sensitive" });
    expect(await findRow(db, batchId, 1)).toMatchObject({
      outcome: "new",
      warnings: [{ code: "sensitive-words", detail: "refuge" }],
    });
    await submit(admin, batchId);
    await approveEdition(db, await makeActor(db, "moderator"), batchId);
    expect(await paths()).toEqual([
      "/places/bristol-eye-hospital",
      "/places/the-bridge-refuge-hospital-bristol",
    ]);
  });

  it("is named in the download of refused rows", async () => {
    const { admin, batchId } = await stage(hospital("NV199", "The Bridge SARC"));
    expect(await refusedCsv(db, admin, batchId)).toContain("ods-site/NV199, The Bridge SARC");
  });
});

it("a shipped place whose name speaks of such care is not loaded", async () => {
  const place = (code: string, name: string): RegisterPlace => ({
    key: `ods/${code}`,
    register: "hospitals",
    kind: "hospital",
    name,
    parents: [],
    healthBodyCode: null,
    identifiers: [{ scheme: "ods-site", code, from: null, to: null }],
    address: { lines: "3 Grove Road", town: "Bristol", postcode: "BS1 5TR", ...NO_POSITION },
  });
  const places = [place("NV198", "Bristol Abortion Clinic"), place("NV200", "Bristol Eye Hospital")];
  const drafts = await registerDrafts(db, { editions: { hospitals: "2024-10" }, places, ended: [] });
  expect(drafts.map(({ create }) => create?.slug)).toEqual(["bristol-eye-hospital"]);
});
const NO_POSITION = { lon: null, lat: null, precision: null };

it("nothing that the project ships is called like care shown by area only", () => {
  const { places, branches = [] } = readPlaceTable();
  const { codes, providers } = readClassification();
  const told = [...places, ...branches, ...codes, ...Object.values(providers)].filter(
    (one) => sensitiveWords(JSON.stringify(one), (category) => isAreaOnly(category)) !== null,
  );
  expect(places.length).toBeGreaterThan(8000);
  expect(told).toEqual([]);
});
