import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makePlace } from "@/db/factories";
import { clinicPages } from "@/db/reference/clinic-pages";
import { placeAddresses } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { VISITOR } from "@/domain/actor";
import { loadClinicLeads } from "@/server/registers/load-clinic-leads";

const db = testDb();
const actor = { kind: "campaigner", id: "c1", role: "campaigner" } as const;

test("clinics known by their town are leads with the page to look at, until they have an address or are off the site", async () => {
  const [[code, page] = ["", ""]] = clinicPages();
  const clinic = async (name: string, odsCode: string, precision: "town" | "postcode") => {
    const place = await makePlace(db, { kind: "clinic", name }, { odsCode });
    await db
      .update(placeAddresses)
      .set({ precision, town: "Bolton" })
      .where(eq(placeAddresses.placeId, place.id));
    return place;
  };
  await clinic("Eyes of Bolton", code, "town");
  await clinic("Ears of Bolton", "ZZ9ZZ", "town");
  await clinic("Hips of Bolton", "ZZ9ZY", "postcode");
  const hidden = await makePlace(db, { kind: "clinic", name: "Hidden", visibility: "withheld" });
  await db.update(placeAddresses).set({ precision: "town" }).where(eq(placeAddresses.placeId, hidden.id));
  const leads = await loadClinicLeads(db, actor);
  expect(leads.map(({ name, town, page: at }) => [name, town, at])).toEqual([
    ["Ears of Bolton", "Bolton", null],
    ["Eyes of Bolton", "Bolton", page],
  ]);
  await expect(loadClinicLeads(db, VISITOR)).rejects.toMatchObject({ reason: "sign-in" });
});

test("a page to look at is of a code and never the directory's; two are others' pages that name the clinic, the rest the operator's own", () => {
  expect(clinicPages().size).toBe(84);
  const own = /^www\.(?:spamedica\.co\.uk|newmedica\.co\.uk|optegra\.com)$/;
  expect(
    [...clinicPages()].filter(([, url]) => !own.test(new URL(url).hostname)).map(([code]) => code),
  ).toEqual(["D0Y2J", "NX507"]);
  for (const url of clinicPages().values()) expect(new URL(url).hostname).not.toContain("eyetest");
});
