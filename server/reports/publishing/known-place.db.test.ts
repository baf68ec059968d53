import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeCampaigner, makePlace, makeProposal, makeReport } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { formOf } from "@/domain/reports/new-service-form";
import { approveReport } from "@/server/reports/moves/approve-report";
import { editReport } from "@/server/reports/moves/edit-report";
import { saveDraft } from "@/server/reports/moves/save-draft";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadReport } from "@/server/reports/pages/load-report";
import { previewNewService } from "@/server/reports/pages/preview-new-service";

const db = testDb();
const NOW = new Date("2026-11-21T12:00:00Z");

async function person(role: CampaignerActor["role"]): Promise<CampaignerActor> {
  return { kind: "campaigner", id: (await makeCampaigner(db, { role })).id, role };
}

it("publishes a service at a known place under our name of it, not the one that was typed", async () => {
  const place = await makePlace(db, { name: "Castle Clinic" });
  const proposal = makeProposal({ placeId: place.id, placeName: "Rip-off Clinic", postcode: "" });
  const moderator = await person("moderator");
  const report = await makeReport(
    db,
    { state: "in-review", heldBy: moderator.id, holdExpiresAt: new Date(NOW.getTime() + 60_000) },
    proposal,
  );
  const seen = { reportId: report.id, version: report.version, reason: "The waiting-times file lists it." };
  const approval = await approveReport(db, moderator, seen, NOW);
  if (approval.state !== "approved") throw new Error("awaits a second");
  const [service] = await db
    .select()
    .from(services)
    .where(eq(services.id, approval.serviceId ?? ""));
  expect(service).toMatchObject({ name: "Eye care at Castle Clinic", placeId: place.id });
  expect(service?.slug).toBe("eye-care-at-castle-clinic");
});

it("shows a moderator our name, and beside it what the author typed instead", async () => {
  const place = await makePlace(db, { name: "Castle Clinic" });
  const proposal = makeProposal({ placeId: place.id, placeName: "Rip-off Clinic", town: "", postcode: "" });
  expect(await previewNewService(db, proposal)).toMatchObject({
    name: "Eye care at Castle Clinic",
    typedPlace: "Rip-off Clinic",
  });
  const same = await previewNewService(db, { ...proposal, placeName: "Castle clinic" });
  expect(same.typedPlace).toBeNull();
  const other = await previewNewService(db, { ...proposal, placeId: null });
  expect(other).toMatchObject({ name: "Eye care at Rip-off Clinic", typedPlace: null });
});

it("lists a report under our name of the place, sent or changed, and under the typed one for another", async () => {
  const place = await makePlace(db, { name: "Castle Clinic" });
  const author = await person("campaigner");
  const typed = makeProposal({ placeId: place.id, placeName: "Rip-off Clinic" });
  const form = { ...formOf(typed), licence: "accepted" };
  const sent = await submitReport(db, author, { form }, NOW);
  expect(await findReport(db, sent.reportId)).toMatchObject({ title: "Eye care at Castle Clinic" });
  const changed = await editReport(db, author, { ...sent, form: { ...form, category: "dialysis" } }, NOW);
  expect(await findReport(db, sent.reportId)).toMatchObject({ title: "Dialysis at Castle Clinic" });
  const another = { ...form, placeId: "" };
  await editReport(db, author, { reportId: sent.reportId, version: changed.version, form: another }, NOW);
  expect(await findReport(db, sent.reportId)).toMatchObject({ title: "Eye care at Rip-off Clinic" });
});

it("names the chosen place to its author by our name, and none for what is no place of ours", async () => {
  const place = await makePlace(db, { name: "Castle Clinic" });
  const author = await person("campaigner");
  const nameOf = async (placeId: string) => {
    const { reportId } = await saveDraft(db, author, { form: { placeId, placeName: "Rip-off Clinic" } });
    return (await loadReport(db, author, reportId, NOW)).knownPlace;
  };
  expect(await nameOf(place.id)).toBe("Castle Clinic");
  expect(await nameOf("")).toBeNull();
  expect(await nameOf("no id")).toBeNull();
});
