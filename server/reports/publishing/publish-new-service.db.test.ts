import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeArea, makeProposal, makeProvider } from "@/db/factories";
import { findClaimsOf } from "@/db/queries/claims";
import { findDecisions } from "@/db/queries/decisions";
import { findPublicationNumber } from "@/db/queries/publications";
import { findReport } from "@/db/queries/reports";
import { mailOutbox } from "@/db/schema/campaigners";
import { commissioners, placeAddresses, places, providers } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { previewNewService } from "@/server/reports/pages/preview-new-service";
import { approveAsModerator, change, held, moderator, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();

describe("an approved report of a new service", () => {
  it("publishes service, place, provider and a claim with a source for every fact", async () => {
    const before = await findPublicationNumber(db);
    const { service, reportId } = await approveAsModerator(db, {
      commissionerName: "",
      startedOn: "2025-04",
      sources: [
        { ...firstSource(), publishedOn: "2026-06" },
        { ...firstSource(), title: "A second document", publishedOn: "2026-11" },
      ],
    });
    expect(service).toMatchObject({
      name: "Eye care at SpaMedica Carlisle",
      slug: "eye-care-at-spamedica-carlisle",
      category: "eye-care",
      status: "operating",
      startedOn: "2025-04",
      visibility: "published",
    });
    const [address] = await db
      .select()
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, service.placeId ?? ""));
    expect(address).toMatchObject({ postcode: "CA2 7HY", precision: "postcode", town: "Carlisle" });
    expect(address?.lat).toBeCloseTo(54.8965, 2);
    const [provider] = await db
      .select()
      .from(providers)
      .where(eq(providers.id, service.providerId ?? ""));
    expect(provider).toMatchObject({ name: "SpaMedica", legalForm: "company" });

    const stated = await findClaimsOf(db, "service", [service.id]);
    expect(stated.every(({ says }) => says.length > 2)).toBe(true);
    // A document is as fresh as its date, and none is fresher than the decision.
    expect(new Set(stated.map(({ confirmedOn }) => confirmedOn))).toEqual(
      new Set(["2026-06-01", "2026-11-01"]),
    );
    expect(await findPublicationNumber(db)).toBeGreaterThan(before);
    expect(await findReport(db, reportId)).toMatchObject({
      state: "approved",
      publishedServiceId: service.id,
      heldBy: null,
    });
  });

  it("says what a rebuild from its claims would say", async () => {
    const { service } = await approveAsModerator(db);
    expect((await rebuildRecords(db, systemActor("test"))).changed).toEqual([]);
    const [after] = await db.select().from(services).where(eq(services.id, service.id));
    expect(after).toEqual(service);
  });

  it("uses the provider that is there under the same name, whatever its capitals and spaces", async () => {
    const known = await makeProvider(db, { name: "SpaMedica" });
    const { service } = await approveAsModerator(db, { providerName: "  spamedica " });
    expect(service.providerId).toBe(known.id);
    expect(await db.$count(providers)).toBe(1);
  });

  it("keeps “not named” as no provider at all", async () => {
    const { service } = await approveAsModerator(db, {
      naming: "not-named",
      providerName: "",
      providerKind: "private-sector",
    });
    expect(service).toMatchObject({ providerId: null, providerKind: "private-sector" });
    expect(await db.$count(providers)).toBe(0);
  });

  it("places a town by its centre and says so, and an unknown town not at all", async () => {
    const inTown = await approveAsModerator(db, { postcode: "", town: "Carlisle" });
    const [town] = await db
      .select()
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, inTown.service.placeId ?? ""));
    expect(town?.precision).toBe("town");
    expect(town?.lat).toBeCloseTo(54.89, 1);
    const nowhere = await approveAsModerator(db, {
      postcode: "",
      town: "Nowhere-on-Sea",
      placeName: "Elsewhere",
      providerName: "Other",
    });
    const [none] = await db
      .select()
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, nowhere.service.placeId ?? ""));
    expect(none).toMatchObject({ lon: null, lat: null, precision: null, town: "Nowhere-on-Sea" });
  });

  it("adds a body that pays only where the moderator says so", async () => {
    const without = await approveAsModerator(db, { commissionerName: "Somebody" });
    expect(without.service.commissionerId).toBeNull();
    const withIt = await approveAsModerator(
      db,
      { commissionerName: "Somebody", placeName: "Other clinic", postcode: "CA1 1EB", providerName: "Other" },
      [change("commissioner", { createCommissioner: true })],
    );
    const [made] = await db
      .select()
      .from(commissioners)
      .where(eq(commissioners.id, withIt.service.commissionerId ?? ""));
    expect(made).toMatchObject({ name: "Somebody", kind: "other" });
  });

  it("publishes what the moderator put beside the proposal, and keeps the proposal as it was", async () => {
    const { service, reportId } = await approveAsModerator(db, { startedOn: "2024" }, [
      change("place", {
        placeName: "SpaMedica Eye Hospital",
        addressLines: "",
        town: "Carlisle",
        postcode: "CA1 1EB",
      }),
      { field: "started-on", verdict: "refuse", comment: "The source does not say.", changedTo: null },
    ]);
    expect(service).toMatchObject({ name: "Eye care at SpaMedica Eye Hospital", startedOn: null });
    const [decision] = await findDecisions(db, reportId);
    expect(decision).toMatchObject({ verdict: "approve-in-part", revision: 1 });
    expect(decision?.fields.find(({ field }) => field === "place")?.changedTo).toMatchObject({
      postcode: "CA1 1EB",
    });
    const [mail] = await db.select().from(mailOutbox);
    expect(mail?.text).toContain("The source does not say.");
  });

  it("shows a sensitive category by health body only, with no place anywhere, after two moderators", async () => {
    const healthBody = await makeArea(db, { kind: "icb", code: "E54000050" });
    const first = await moderator(db);
    const sources = [{ ...firstSource(), says: "Lists SpaMedica as a provider." }];
    const seen = await held(db, first, { category: "abortion", placeName: "A clinic", sources });
    const sent = await approveReport(db, first, { ...seen, reason: REASON }, NOW);
    expect(sent).toMatchObject({ state: "awaiting-second", rules: ["area-only-category"] });
    expect(await db.$count(services)).toBe(0);
    const again = { reportId: seen.reportId, version: sent.version, reason: REASON };
    await expect(confirmReport(db, first, again, NOW)).rejects.toMatchObject({ reason: "second-person" });
    const { serviceId } = await confirmReport(db, await moderator(db), again, NOW);
    const [service] = await db
      .select()
      .from(services)
      .where(eq(services.id, serviceId ?? ""));
    expect(service).toMatchObject({ visibility: "area-only", placeId: null, name: "Abortion" });
    expect(await db.select().from(serviceAreas)).toEqual([{ serviceId, areaId: healthBody.id }]);
    expect(await db.$count(places)).toBe(0);
    const stored = await db.select({ value: claims.value }).from(claims);
    expect(JSON.stringify(stored)).not.toContain("CA2 7HY");
    expect(JSON.stringify(stored)).not.toContain("A clinic");
  });

  it.each([
    ["patient-transport", "Patient transport for Cumbria board"],
    ["nhs-111", "NHS 111 for Cumbria board"],
  ] as const)("gives %s the area that it serves, and no place or pin", async (category, name) => {
    const healthBody = await makeArea(db, { kind: "icb", code: "E54000050", nameEn: "Cumbria board" });
    const proposal = { category, placeName: "A garage", postcode: "CA2 7HY" };
    expect(await previewNewService(db, makeProposal(proposal))).toMatchObject({
      name,
      position: "serves-area",
    });
    const { service } = await approveAsModerator(db, proposal);
    expect(service).toMatchObject({ visibility: "published", placeId: null, name });
    expect(await db.select().from(serviceAreas)).toEqual([{ serviceId: service.id, areaId: healthBody.id }]);
    expect(await db.$count(places)).toBe(0);
  });

  it("takes markup for what it is: text", async () => {
    const text = `<script>alert("x")</script>`;
    const { service } = await approveAsModerator(db, {
      placeName: text,
      note: text,
      sources: [{ ...firstSource(), title: text }],
    });
    expect(service.name).toBe(`Eye care at ${text}`);
    expect(service.slug).toMatch(/^[a-z0-9-]+$/);
    const [source] = await db.select().from(sources).where(eq(sources.title, text));
    expect(source?.title).toBe(text);
  });
});

const firstSource = () => {
  const [source] = makeProposal().sources;
  if (!source) throw new Error("the factory gives a source");
  return source;
};
