import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { testDb } from "@/db/testing";
import { loadImport } from "@/server/imports/engine/load-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { approveEdition, bringEdition, odsEntry } from "@/server/imports/registers/testing-register";
import { makeActor } from "@/server/imports/testing";

const db = testDb();
const because = "A trial of the test.";

/** The layout in which GOV.UK's maps list diagnostic centres, and surgical hubs. */
const mapOf = (names: readonly string[]) => ({
  name: "data.geojson",
  bytes: (async function* () {
    yield Buffer.from(
      JSON.stringify({
        type: "FeatureCollection",
        features: names.map((name, at) => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: [-2.9578, 54.8965 + at / 1000] },
          properties: { name, address: "Carlisle, CA2 7HY", icbCode: "E54000008" },
        })),
      }),
    );
  })(),
});
const named = (what: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `${what} ${from + at}`);

it("surgical hubs that are offered as diagnostic centres are another register's, not cut off; the next edition is not", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const stage = (edition: string, names: readonly string[]) =>
    stageEdition(db, admin, { register: "diagnostic-centres", edition, because }, mapOf(names));
  const { batchId } = await stage("2026-09", named("Community Diagnostic Centre", 1, 41));
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  await approveEdition(db, moderator, batchId);
  await expect(stage("2026-10", named("Surgical Hub", 1, 31))).rejects.toMatchObject({
    fields: {
      file: {
        code: "register-mismatch",
        row: expect.stringMatching(/diagnostic/i),
        detail: expect.stringMatching(/^0 of its 30 entries are among the 40 that are here$/),
      },
    },
  });
  expect(await stage("2026-10", named("Community Diagnostic Centre", 20, 60))).toMatchObject({
    isAgain: false,
  });
});

it("an older edition after a newer one adds nothing, whatever is said for it", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const [one, two] = [
    odsEntry("Z00001", "ONE SURGERY", "CA2 7HY"),
    odsEntry("Z00002", "TWO SURGERY", "CA1 1QS"),
  ];
  await approveEdition(db, moderator, await bringEdition(db, admin, { edition: "2026-10", because }, [one]));
  const older = { register: "gp-practices", edition: "2026-09", because };
  const file = {
    name: "epraccur.csv",
    bytes: (async function* () {
      yield Buffer.from(`${one}\n${two}\n`);
    })(),
  };
  const { batchId } = await stageEdition(db, admin, older, file);
  expect(await listRows(db, batchId)).toEqual([]);
});
