import { expect, it } from "vitest";
import { makeProvider } from "@/db/factories";
import { testDb } from "@/db/testing";
import { findAlikeProviders } from "@/server/reports/publishing/alike-providers";

const db = testDb();

it("offers the one that we have for a name with other spaces, its country or what it is in law", async () => {
  await makeProvider(db, { name: "SpaMedica" });
  await makeProvider(db, { name: "InHealth Limited" });
  const offered = async (name: string) => (await findAlikeProviders(db, name)).map((one) => one.name);
  for (const name of ["SpaMedica Ltd", "Spa Medica", "SpaMedica UK Ltd", "The Spa-Medica (UK) Limited"])
    expect([name, ...(await offered(name))]).toEqual([name, "SpaMedica"]);
  expect(await offered("In Health")).toEqual(["InHealth Limited"]);
  // The very name needs no choice, and others are others.
  expect(await offered("SpaMedica")).toEqual([]);
  expect(await offered("Spa Medica Dental")).toEqual([]);
  expect(await offered("")).toEqual([]);
});
