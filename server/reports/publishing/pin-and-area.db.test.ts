import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeArea, makeProposal } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { placeAddresses } from "@/db/schema/places";
import { serviceAreas } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { VISITOR } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { formOf } from "@/domain/reports/new-service-form";
import { findKeptDraft } from "@/server/reports/moves/keep-pending-draft";
import { keepStep } from "@/server/reports/moves/keep-step";
import { readSent } from "@/server/reports/moves/send-revision";
import { previewNewService } from "@/server/reports/pages/preview-new-service";
import { approveAsModerator, change } from "@/server/reports/testing-approval";

const db = testDb();
const PIN = "50.37550, -4.14270";
const pinned = { placeName: "Harbour Clinic", town: "", postcode: "", point: PIN };

describe("a pin on the map", () => {
  it("is where the place stands, as what we worked out and never as the source's words", async () => {
    const { service } = await approveAsModerator(db, pinned);
    const placeId = service.placeId ?? "";
    const [address] = await db.select().from(placeAddresses).where(eq(placeAddresses.placeId, placeId));
    expect(address).toMatchObject({ lon: -4.1427, lat: 50.3755, precision: "site", postcode: "" });
    const claims = (await findClaimsByRecord(db, "place", [placeId])).get(placeId) ?? [];
    const says = claims.filter(({ field }) => field === "address").map((claim) => claim.says);
    expect(says).toContain(
      "Worked out from the point that a volunteer put on the map and a moderator checked.",
    );
  });

  it("is approximate where it is known to a kilometre only, and shown as that before", async () => {
    const proposal = makeProposal({ ...pinned, point: "50.38, -4.14" });
    expect(await previewNewService(db, proposal)).toMatchObject({
      position: "pin-rough",
      centre: { lon: -4.14, lat: 50.38, isApproximate: true },
    });
    const { service } = await approveAsModerator(db, proposal);
    const [address] = await db
      .select()
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, service.placeId ?? ""));
    expect(address).toMatchObject({ precision: "small-area" });
  });

  it("names the areas that it lies in", async () => {
    await makeArea(db, { kind: "region", code: "E12000009", nameEn: "South West" });
    const { areas, position } = await previewNewService(db, makeProposal(pinned));
    expect({ areas, position }).toEqual({ areas: [{ en: "South West", cy: null }], position: "pin" });
  });

  it("is nothing of what is published where care is shown by area only", async () => {
    const preview = await previewNewService(db, makeProposal({ ...pinned, category: "abortion" }));
    expect(preview).toMatchObject({ position: "area-only", centre: null, areas: [] });
  });

  it("can be moved by a moderator, and not into the sea", async () => {
    const { service } = await approveAsModerator(db, pinned, [change("place", { point: "50.37, -4.15" })]);
    const [address] = await db
      .select()
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, service.placeId ?? ""));
    expect(address).toMatchObject({ lon: -4.15, lat: 50.37 });
    const sunk = approveAsModerator(db, { ...pinned, providerName: "Other Care" }, [
      change("place", { point: "50.2001, -4.1427" }),
    ]);
    await expect(sunk).rejects.toMatchObject({ fields: { place: "point-sea" } });
  });

  it.each([
    ["nothing", "", "", "point-shape"],
    ["words", "by the church", "", "point-shape"],
    ["a point abroad", "48.8566, 2.3522", "", "point-outside"],
    ["a point at sea", "50.2001, -4.1427", "", "point-sea"],
    ["a point far from its postcode", PIN, "CA2 7HY", { code: "point-far", row: "", detail: "316" }],
  ])("%s is kept and refused in a sentence of its own", async (_, point, postcode, problem) => {
    const draftId = randomUUID();
    const form = { intent: "pinned", placeName: "Harbour Clinic", point, postcode };
    const kept = keepStep(db, VISITOR, { draftId, step: "where", form });
    await expect(kept).rejects.toMatchObject({ fields: { point: problem } });
    expect(await findKeptDraft(db, draftId)).toMatchObject({ point, placeName: "Harbour Clinic" });
    const sent = { ...formOf(makeProposal(pinned)), point: point || "x", postcode, licence: "accepted" };
    await expect(readSent(db, sent, "2026-11-29")).rejects.toBeInstanceOf(InvalidInputError);
  });

  it("goes when a place is looked up instead", async () => {
    const draftId = randomUUID();
    const asked = { draftId, step: "where" } as const;
    const form = { intent: "pinned", placeName: "Harbour Clinic", point: PIN };
    await keepStep(db, VISITOR, { ...asked, form });
    const { form: after } = await keepStep(db, VISITOR, {
      ...asked,
      form: { intent: "find", find: "Mill Surgery" },
    });
    expect(after).toMatchObject({ placeName: "Mill Surgery", point: "" });
  });
});

describe("a service that has no place of its own", () => {
  const served = () => makeArea(db, { kind: "icb", nameEn: "NHS Devon" });

  it("gets the area that its author chose, and is called after it", async () => {
    const { id } = await served();
    const { service } = await approveAsModerator(db, {
      category: "community-nursing",
      town: "",
      postcode: "",
      areaId: id,
    });
    expect(service).toMatchObject({ name: "Community nursing for NHS Devon", placeId: null });
    const areas = await db.select().from(serviceAreas).where(eq(serviceAreas.serviceId, service.id));
    expect(areas.map(({ areaId }) => areaId)).toEqual([id]);
  });

  it("is kept and sent under our name of the area, whatever was sent as one", async () => {
    const { id } = await served();
    const form = { intent: "serves", areaId: id, placeName: "Elsewhere" };
    const kept = await keepStep(db, VISITOR, { draftId: randomUUID(), step: "where", form });
    expect(kept.form).toMatchObject({ areaId: id, placeName: "NHS Devon", point: "", postcode: "" });
    const proposal = makeProposal({ category: "community-nursing", areaId: id, placeName: "Elsewhere" });
    const sent = await readSent(db, { ...formOf(proposal), licence: "accepted" }, "2026-11-29");
    expect(sent.title).toBe("Community nursing for NHS Devon");
    expect(sent.proposal).toMatchObject({ placeName: "NHS Devon" });
    expect(await previewNewService(db, proposal)).toMatchObject({
      position: "serves-area",
      areas: [{ en: "NHS Devon", cy: null }],
    });
  });

  it("cannot serve an area that would tell where it is, or none", async () => {
    const town = await makeArea(db, { kind: "constituency" });
    for (const areaId of [town.id, "no id", ""]) {
      const form = { intent: "serves", areaId };
      const kept = keepStep(db, VISITOR, { draftId: randomUUID(), step: "where", form });
      await expect(kept).rejects.toMatchObject({ fields: { areaId: "choice" } });
    }
    const sent = { ...formOf(makeProposal({ areaId: town.id })), licence: "accepted" };
    await expect(readSent(db, sent, "2026-11-29")).rejects.toMatchObject({ fields: { areaId: "choice" } });
  });
});
