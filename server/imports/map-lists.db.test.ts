import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { places } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { repairRow } from "@/server/imports/lists/repair-row";
import { stageImport } from "@/server/imports/lists/stage-import";
import { fileOf, makeActor, stageInput, versionOf } from "@/server/imports/testing";

const db = testDb();

const GEOJSON = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [-2.9578, 54.8965] },
      properties: { name: "Quay Scans", service: "MRIs", provider: "not named" },
    },
  ],
});
const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Quay Scans</name><ExtendedData><Data name="service"><value>MRIs</value></Data><Data name="provider"><value>not named</value></Data></ExtendedData><Point><coordinates>-2.9578,54.8965</coordinates></Point></Placemark></kml>`;

it.each([
  ["geojson", GEOJSON],
  ["kml", KML],
])("a list in a file of a map is told by its content, repaired and published: %s", async (format, file) => {
  const admin = await makeActor(db, "admin");
  const { batchId } = await stageImport(db, admin, stageInput(), fileOf(file, "sites.txt"));
  expect(await loadImport(db, admin, batchId)).toMatchObject({ format, layout: null });
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  const cells = { category: "diagnostics and scans" };
  expect(await listRows(db, batchId)).toMatchObject([
    { outcome: "refused", problems: [{ code: "category-unknown" }] },
  ]);
  await repairRow(db, admin, { ...(await seen()), number: 2, cells, decision: "" });
  await submitImport(db, admin, await seen());
  const moderator = await makeActor(db, "moderator");
  await approveImport(db, moderator, { ...(await seen()), rule: "all", warned: true });
  expect((await db.select({ name: places.name }).from(places)).map(({ name }) => name)).toContain(
    "Quay Scans",
  );
});
