import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeArea, makeProposal } from "@/db/factories";
import { serviceAreas, services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { makeWorld, type World } from "@/server/records/testing-world";
import { loadLikelyTwins } from "./likely-twins";

const db = testDb();
let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});
/** Why the world's eye clinic is a likely twin; null where it is none. */
async function because(given: Partial<NewServiceProposal>, chosen: string | null = null) {
  const proposal = makeProposal({
    placeName: "X",
    town: "",
    postcode: "",
    naming: "not-named",
    providerName: "",
    ...given,
  });
  const twins = await loadLikelyTwins(db, proposal, chosen);
  return twins.find(({ id }) => id === world.ids.service)?.because ?? null;
}

describe("a service at a place", () => {
  test("is likely the one at the place that was chosen, whatever else was typed", async () => {
    expect(await because({ placeId: world.ids.place, town: "Kendal", postcode: "LA9 4DT" })).toBe(
      "same-place",
    );
    expect(await because({ placeId: world.ids.place, category: "dialysis" })).toBeNull();
  });

  test("or at the postcode, however it is spaced", async () => {
    expect(await because({ postcode: "ca27hy" })).toBe("same-postcode");
    expect(await because({ postcode: "CA1 1QS" })).toBeNull();
  });

  test("or in the town under the same name", async () => {
    expect(await because({ placeName: "ZEBRA clinic", town: "carlisle" })).toBe("same-place");
    expect(await because({ placeName: "Zebra Clinic" })).toBeNull();
    expect(await because({ placeName: "Zebra Clinic", town: "Kendal" })).toBeNull();
  });

  test("or of the same provider in the same town, of whatever kind", async () => {
    const named = { naming: "named", town: "Carlisle", category: "dialysis" } as const;
    expect(await because({ ...named, providerName: "Okapi Ltd" })).toBe("same-provider-and-town");
    // What an organisation is in law is no part of its name.
    expect(await because({ ...named, providerName: "Okapi Limited" })).toBe("same-provider-and-town");
    expect(await because({ ...named, providerName: "Gazelle Care" })).toBeNull();
    expect(await because({ ...named, providerName: "Okapi Ltd", town: "Kendal" })).toBeNull();
    // A name that was typed beside "not named" is none.
    expect(await because({ ...named, naming: "not-named", providerName: "Okapi Ltd" })).toBeNull();
  });

  test("of the provider that the moderator chose, and not of the one that was typed", async () => {
    const typed = {
      naming: "named",
      town: "Carlisle",
      category: "dialysis",
      providerName: "Gazelle",
    } as const;
    expect(await because(typed, world.ids.provider)).toBe("same-provider-and-town");
    const other = "0b5ad4de-5f5a-4d7e-9d2f-8a6a52e7a111";
    expect(await because({ ...typed, providerName: "Okapi Ltd" }, other)).toBeNull();
  });
});

describe("care without a place", () => {
  const said = { category: "patient-transport", postcode: "CA2 7HY" } as const;
  beforeEach(async () => {
    const area = await makeArea(db, { kind: "icb", code: "E54000050" });
    await db
      .update(services)
      .set({ placeId: null, addressKey: null, category: said.category })
      .where(eq(services.id, world.ids.service));
    await db.insert(serviceAreas).values({ serviceId: world.ids.service, areaId: area.id });
  });

  test("is likely the one of its kind that serves the area, of the same provider or of one not named", async () => {
    expect(await because({ ...said, naming: "named", providerName: "Okapi Ltd" })).toBe("same-area");
    expect(await because(said)).toBe("same-area");
    // One that is new to us runs nothing yet that we hold.
    expect(await because({ ...said, naming: "named", providerName: "Gazelle Care" })).toBeNull();
    expect(await because({ ...said, naming: "named", providerName: "Yak Care" })).toBeNull();
  });

  test("is none of an area that the address does not tell, nor where the care has a place", async () => {
    expect(await because({ ...said, postcode: "", town: "Nowhere-on-Sea" })).toBeNull();
    await db.update(services).set({ category: "eye-care" }).where(eq(services.id, world.ids.service));
    expect(await because({ ...said, category: "eye-care" })).toBeNull();
  });

  test("is likely the one of a kind that is shown by area only", async () => {
    await db.update(services).set({ category: "abortion" }).where(eq(services.id, world.ids.service));
    expect(await because({ ...said, category: "abortion" })).toBe("same-area");
  });
});
