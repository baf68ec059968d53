import { expect, it } from "vitest";
import { makePlace, makeProposal, makeProvider } from "@/db/factories";
import { testDb } from "@/db/testing";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { previewNewService } from "@/server/reports/pages/preview-new-service";

const db = testDb();
const preview = (given: Partial<NewServiceProposal>) => previewNewService(db, makeProposal(given));

it.each<[says: string, given: Partial<NewServiceProposal>, isApproximate: boolean | null]>([
  ["postcode", { postcode: "CA2 7HY" }, false],
  ["town", { postcode: "", town: "Carlisle" }, true],
  ["none", { postcode: "", town: "Nowhere-on-Sea" }, null],
  ["postcode-unknown", { postcode: "ZZ1 1ZZ" }, null],
  ["area-only", { category: "abortion", postcode: "CA2 7HY" }, null],
  ["pin", { postcode: "", point: "54.8951, -2.9329" }, false],
])("says where it would be: %s", async (position, given, isApproximate) => {
  const read = await preview(given);
  expect(read.position).toBe(position);
  expect(read.centre?.isApproximate ?? null).toBe(isApproximate);
});

it("names the postcodes that one which is not there may be a slip of", async () => {
  const { position, nearest } = await preview({ postcode: "CA2 7ZZ" });
  expect(position).toBe("postcode-unknown");
  expect(nearest.length).toBeGreaterThan(0);
});

it("says which records are there already", async () => {
  const place = await makePlace(db, { name: "The Old Dairy" });
  const provider = await makeProvider(db, { name: "Sight Unseen Ltd" });
  const known = await preview({ placeId: place.id, placeName: "The New Dairy", providerName: provider.name });
  expect(known).toMatchObject({ position: "known-place", place: { id: place.id }, centre: null, areas: [] });
  expect(known.provider).toMatchObject({ id: provider.id });
  expect(known.name).toContain("The Old Dairy");
  expect(known.typedPlace).not.toBeNull();
  const fresh = await preview({ providerName: "Of Whom Nothing Is Known" });
  expect(fresh).toMatchObject({ place: null, provider: null, typedPlace: null, commissioner: null });
  const unnamed = await preview({ naming: "not-named", providerName: "" });
  expect(unnamed).toMatchObject({ provider: null, alikeProviders: [] });
});
