import fc from "fast-check";
import { expect, it } from "vitest";
import { makeArea, makePlace, makeProposal, makeProvider, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { loadLikelyTwins, loadLikelyTwinsOf } from "@/server/reports/publishing/likely-twins";

const db = testDb();

it("tells the same of a proposal whether it is asked about alone or among many, and each only of its own", async () => {
  const spa = await makeProvider(db, { name: "SpaMedica Ltd" });
  const area = await makeArea(db, { kind: "icb" });
  const at = await makePlace(db, { name: "Eye Clinic" });
  const [mine, withdrawn] = [
    await makeService(db, { category: "eye-care", placeId: at.id, providerId: spa.id }),
    await makeService(db, {
      category: "eye-care",
      placeId: at.id,
      withdrawnAt: new Date(),
      visibility: "withheld",
    }),
  ];
  const transport = await makeService(
    db,
    { category: "patient-transport", placeId: null, providerId: spa.id },
    { areaIds: [area.id] },
  );
  const none = { postcode: "", town: "", placeName: "", providerName: "Nobody in particular", placeId: null };
  const asked = [
    { ...none, placeId: at.id },
    { ...none, postcode: "ca2 7hy" },
    { ...none, placeName: "eye  clinic", town: "carlisle " },
    { ...none, placeName: "Eye Clinic", town: "Kendal" },
    { ...none, providerName: "Spa Medica", town: "Carlisle", category: "hearing" as const },
    { ...none, providerName: "spamedica ltd", category: "patient-transport" as const, areaId: area.id },
    { ...none, providerName: "Another", category: "patient-transport" as const, areaId: area.id },
    { ...none, category: "hearing" as const, postcode: "CA2 7HY" },
  ].map((given) => makeProposal(given));
  const reasons = (
    await loadLikelyTwinsOf(
      db,
      asked.map((proposal) => ({ proposal })),
    )
  ).map((twins) => twins.map(({ id, because }) => `${because} ${id}`));
  expect(reasons).toEqual([
    [`same-place ${mine.id}`],
    [`same-postcode ${mine.id}`],
    [`same-place ${mine.id}`],
    [],
    [`same-provider-and-town ${mine.id}`],
    [`same-area ${transport.id}`],
    [],
    [],
  ]);
  expect(reasons.flat().join()).not.toContain(withdrawn.id);
  await fc.assert(
    fc.asyncProperty(fc.subarray(asked, { minLength: 1 }), async (some) => {
      const together = await loadLikelyTwinsOf(
        db,
        some.map((proposal) => ({ proposal })),
      );
      for (const [index, proposal] of some.entries())
        expect(together[index]).toEqual(await loadLikelyTwins(db, proposal));
    }),
    { numRuns: 10 },
  );
});
