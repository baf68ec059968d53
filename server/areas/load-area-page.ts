import { getDb } from "@/db/client";
import { findArea, findMp, listOverlaps } from "@/db/queries/areas";
import { listSourcedClaims, type SourcedClaim } from "@/db/queries/claims-read";
import { listServicesInArea } from "@/db/queries/services";
import { type AnswerPart, answerFor } from "@/domain/areas/answer";
import { AREA_KINDS, type AreaKind } from "@/domain/areas/area";
import type { AreaDetail, MpRead, Overlap, ReportedCount } from "@/domain/areas/area-page";
import { CLAIM_FIELDS } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { type SourceRead, sourcesOf } from "@/domain/claims/reading";
import { type Counts, countServices } from "@/domain/figures/count";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import type { ServiceRow } from "@/domain/services/service-row";

export type AreaPage = {
  area: AreaDetail;
  counts: Counts;
  answer: AnswerPart[];
  /** Those the definition counts, planned ones among them, and ended ones last. */
  services: ServiceRow[];
  /** How many the definition leaves out. */
  leftOut: number;
  reported: ReportedCount[];
  overlaps: Overlap[];
  mp: MpRead | null;
  sources: SourceRead[];
};

/** Everything an area's page says. Undefined where there is no such area. */
export async function loadAreaPage(
  kind: string,
  slug: string,
  definition: Definition,
): Promise<AreaPage | undefined> {
  const known = AREA_KINDS.find((candidate) => candidate === kind);
  if (!known) return undefined;
  const db = getDb();
  const area = await findArea(db, known, slug);
  if (!area) return undefined;
  const [all, overlaps, mp, areaClaims] = await Promise.all([
    listServicesInArea(db, area.id),
    listOverlaps(db, area.id),
    hasMp(known) ? findMp(db, area.id) : undefined,
    listSourcedClaims(db, "area", [area.id]),
  ]);
  const services = all.filter((service) => countsAs(service.kind, definition));
  // What a source says of a service shown by area only could tell where it is, so its sources are not listed.
  const named = services.filter((service) => service.slug !== null).map((service) => service.id);
  const claims = await listSourcedClaims(db, "service", named);
  const counts = countServices(all, definition);
  const reasons = services.flatMap((service) =>
    service.status === "operating" && service.mayHaveEndedReason ? [service.mayHaveEndedReason] : [],
  );
  const reported = inForceOnly(areaClaims);
  return {
    area,
    counts,
    answer: answerFor(counts, area.nation, reasons),
    services: services.toSorted((a, b) => Number(a.status === "ended") - Number(b.status === "ended")),
    leftOut: all.length - services.length,
    reported: reported.flatMap(toReportedCount),
    overlaps,
    mp: mp ?? null,
    sources: sourcesOf([...inForceOnly(claims), ...reported]),
  };
}

function hasMp(kind: AreaKind): boolean {
  return kind === "constituency";
}

function inForceOnly(claims: readonly SourcedClaim[]): SourcedClaim[] {
  const byRecord = Map.groupBy(claims, (claim) => claim.recordId);
  return [...byRecord.values()].flatMap((ofOne) => claimsInForce(ofOne) as SourcedClaim[]);
}

function toReportedCount(claim: SourcedClaim): ReportedCount[] {
  if (claim.field !== "reported-count") return [];
  const { publishedOn, publisher, title, url } = claim.source;
  return [{ ...CLAIM_FIELDS.area["reported-count"].parse(claim.value), publishedOn, publisher, title, url }];
}
