import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { makePlace } from "@/db/factories";
import { places } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { knownPublication, notePublication } from "@/server/http/publication";
import { loadNames } from "./load-names";
import { publicNames, readyPublicNames } from "./public-names";

const db = testDb("owner");
const publish = () => notePublication(knownPublication() + 1);
const found = async (query: string) => (await loadNames(query, db))?.names.map(({ name }) => name);

it("finds what is public, and nothing that a publication has withdrawn", async () => {
  publish();
  const place = await makePlace(db, { name: "Quokka Clinic" });
  await makePlace(db, { name: "Quokka Refuge", visibility: "withheld" });
  expect(await found("quokka")).toEqual(["Quokka Clinic"]);

  await db.update(places).set({ visibility: "withheld" }).where(eq(places.id, place.id));
  expect(readyPublicNames()).not.toBeNull();
  publish();
  expect(readyPublicNames()).toBeNull();
  expect(await found("quokka")).toEqual([]);
});

it("asks the database once for a publication, however many ask", async () => {
  publish();
  const [first, second] = await Promise.all([publicNames(db), publicNames(db)]);
  expect(second.index).toBe(first.index);
  await makePlace(db, { name: "Numbat Clinic" });
  expect(await found("numbat")).toEqual([]); // not published yet
});

it("makes it again when a publication came while it was being made", async () => {
  publish();
  const making = publicNames(db);
  publish();
  expect((await making).publication).toBe(knownPublication());
});

it("knows until when it is known to be all there is: the last time the database told the number", async () => {
  publish();
  const before = Date.now();
  const { asOf } = await publicNames(db);
  expect(asOf).toBeGreaterThanOrEqual(before);
  const heard = asOf + 60_000;
  vi.spyOn(Date, "now").mockReturnValue(heard);
  notePublication(knownPublication()); // as the listener does every few seconds
  vi.restoreAllMocks();
  expect(readyPublicNames()?.asOf).toBe(heard);
});

it("tries again after the database could not be read", async () => {
  publish();
  const broken = new Proxy(db, {
    get: () => () => {
      throw new Error("gone");
    },
  });
  await expect(publicNames(broken)).rejects.toThrow("gone");
  expect((await publicNames(db)).publication).toBe(knownPublication());
});
