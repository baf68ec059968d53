import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { SHIPPED } from "@/server/starter/testing-shipped";

/** Loaded once and then only read. */
let own: FreshDatabase;
let db: Db;
beforeAll(async () => {
  own = await freshDatabase({ size: 2, deadlineMs: 120_000, filling: SHIPPED });
  db = own.db;
}, 180_000);
afterAll(() => own.close());

async function constituency(slug: string) {
  const page = await loadAreaPage("constituency", slug, "outside-the-nhs", db);
  if (!page) throw new Error(`no such constituency: ${slug}`);
  return page;
}

test.each(["orkney-and-shetland", "bromley-and-biggin-hill", "ynys-mon", "carlisle"])(
  "%s is told of the nearest services outside it, the nearest first",
  async (slug) => {
    const { nearby, services, answer, counts } = await constituency(slug);
    expect(nearby).toHaveLength(10);
    const metres = nearby.map((service) => service.metres);
    expect(metres).toEqual(metres.toSorted((a, b) => a - b));
    const inside = new Set(services.map(({ id }) => id));
    expect(nearby.filter(({ id }) => inside.has(id))).toEqual([]);
    const [nearest] = answer.filter(({ key }) => key === "nearest");
    expect(nearest !== undefined).toBe(counts.services === 0);
  },
);

test("where there is none, the sentence names the nearest with its miles", async () => {
  const { answer, counts } = await constituency("orkney-and-shetland");
  expect(counts.services).toBe(0);
  expect(answer.at(-1)).toEqual({
    key: "nearest",
    values: { nearest: expect.any(String), miles: expect.any(Number) },
  });
});

test("a service known only by a town that two areas share is on the page of each by itself, and counted by none", async () => {
  const luton = await Promise.all(["luton-north", "luton-south-and-south-bedfordshire"].map(constituency));
  for (const { sharedTowns, services, answer } of luton) {
    const listed = new Set(services.map(({ id }) => id));
    expect(sharedTowns.filter(({ id }) => listed.has(id))).toEqual([]);
    const isNamed = sharedTowns.some(({ place }) => place?.town !== "");
    expect(answer.some(({ key }) => key === "sharedTowns")).toBe(isNamed);
  }
});

test("a service of which no source names the town is on the pages around the town that it is named after, and counted by none", async () => {
  const council = await loadAreaPage("council", "luton", "outside-the-nhs", db);
  const after = council?.sharedTowns.filter(({ place }) => place?.town === "") ?? [];
  expect(after.map(({ slug }) => slug)).toContain("eye-care-at-spamedica-luton");
  expect(council?.services.map(({ slug }) => slug)).not.toContain("eye-care-at-spamedica-luton");
  expect(council?.answer).toContainEqual({ key: "namedAfter", values: { named: after.length } });
});

test("no other kind of area has a list of what lies outside", async () => {
  const region = await loadAreaPage("region", "north-west", "outside-the-nhs", db);
  expect(region?.nearby).toEqual([]);
});
