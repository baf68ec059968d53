import type { Db } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { findProvider } from "@/db/queries/providers";
import { findPublicPlace, findPublicPlaceBySlug, type PublicPlace } from "@/db/queries/report-records";
import { AREA_KINDS } from "@/domain/areas/area";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { readTypedPoint } from "@/domain/reports/typed-point";
import { isUuid } from "@/domain/uuid";
import { findKeptDraft } from "@/server/reports/moves/keep-pending-draft";

/** What a report begins with: the address of a page that led to it can say any of these, else "". */
export type AskedReport = {
  /** The id that it is kept under. */
  draft: string;
  /** The name of a place or provider in its address. */
  place: string;
  provider: string;
  /** "kind/slug". */
  area: string;
  /** The address of a source. */
  link: string;
  /** Coordinates of a point of a map. */
  point: string;
  /** What was searched for, and not found. */
  name: string;
};

/** As much as the box takes. */
const LONGEST_NAME = 200;

export type NewReportRead = {
  form: ReportFormValues;
  /** Whether the form holds what was kept; else it holds what the page that led here knows. */
  isKept: boolean;
  /** The place that was chosen, as we have it. */
  place: PublicPlace | null;
  area: string | null;
};

/**
 * The form of a report that is not sent yet: what is kept of it, or what is known of the page that somebody came from. Whatever is unknown or
 * has run out begins with an empty form.
 */
export async function loadNewReport(db: Db, asked: AskedReport): Promise<NewReportRead> {
  const kept = asked.draft === "" ? undefined : await findKeptDraft(db, asked.draft);
  if (kept) {
    // What is kept was never parsed: anybody can keep anything.
    const place = isUuid(kept.placeId) ? await findPublicPlace(db, kept.placeId) : undefined;
    return { form: kept, isKept: true, place: place ?? null, area: null };
  }
  const place = asked.place === "" ? undefined : await findPublicPlaceBySlug(db, asked.place);
  const provider = asked.provider === "" ? undefined : await findProvider(db, asked.provider);
  const form: ReportFormValues = {};
  if (place) {
    form.placeId = place.id;
    form.placeName = place.name;
    form.town = place.town;
    form.postcode = place.postcode;
  }
  if (provider) {
    form.naming = "named";
    form.providerName = provider.name;
  }
  if (asked.link !== "") form["sources.0.url"] = asked.link;
  if (!place && asked.name !== "") form.find = asked.name.slice(0, LONGEST_NAME);
  const point = place ? null : readTypedPoint(asked.point);
  if (point?.ok) form.point = point.text;
  return { form, isKept: false, place: place ?? null, area: await areaName(db, asked.area) };
}

async function areaName(db: Db, asked: string): Promise<string | null> {
  const [kind, slug = ""] = asked.split("/");
  const known = AREA_KINDS.find((candidate) => candidate === kind);
  if (!known) return null;
  return (await findArea(db, known, slug))?.nameEn ?? null;
}
