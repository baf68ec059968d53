import { z } from "zod";
import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { findPublicPlace, findPublicPlaceBySlug } from "@/db/queries/report-records";
import { AREA_KINDS } from "@/domain/areas/area";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { findKeptDraft } from "@/server/reports/moves/keep-pending-draft";

export type NewReportStart = {
  form: ReportFormValues;
  /** Whether the form holds what was written before signing in. */
  kept: boolean;
  placeName: string | null;
  area: string | null;
};

/**
 * What the form for a new report begins with: what was kept while somebody signed in, or the place or area ("kind/slug")
 * of the page they came from. Whatever is unknown or has run out begins with an empty form.
 */
export async function loadNewReport(
  asked: { draft: string; place: string; area: string },
  db: Db = getDb(),
): Promise<NewReportStart> {
  const kept = asked.draft === "" ? undefined : await findKeptDraft(db, asked.draft);
  if (kept) {
    // What is kept was never parsed: anybody can keep anything.
    const placeId = z.uuid().safeParse(kept.placeId);
    const place = placeId.success ? await findPublicPlace(db, placeId.data) : undefined;
    return { form: kept, kept: true, placeName: place?.name ?? null, area: null };
  }
  const place = asked.place === "" ? undefined : await findPublicPlaceBySlug(db, asked.place);
  const form: ReportFormValues = place
    ? { placeId: place.id, placeName: place.name, town: place.town, postcode: place.postcode }
    : {};
  return { form, kept: false, placeName: place?.name ?? null, area: await areaName(db, asked.area) };
}

async function areaName(db: Db, asked: string): Promise<string | null> {
  const [kind, slug = ""] = asked.split("/");
  const known = AREA_KINDS.find((candidate) => candidate === kind);
  if (!known) return null;
  return (await findArea(db, known, slug))?.nameEn ?? null;
}
