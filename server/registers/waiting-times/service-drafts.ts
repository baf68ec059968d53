import type { ClassifiedCode } from "@/db/reference/provider-classification";
import { starterId } from "@/db/seed/starter/starter-id";
import { slugOf } from "@/domain/records/slug";
import { serviceNameOf } from "@/domain/reports/service-name";
import type { ServiceCategory } from "@/domain/services/category";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import type { CategorySums } from "./pathway-sums";
import type { SitePlace } from "./place-drafts";
import { claimMaker, countsOfMonth, inEnglish, type Refs } from "./waiting-claims";
import { EXTRACT } from "./waiting-sources";

export type ServiceContext = {
  refs: Refs;
  /** "2026-04" */
  period: string;
  /** The database's id of an area. @throws Error for one it does not have */
  areaId: (kind: string, code: string) => string;
  /**
   * A service that an extract brought for this code and category, else one that is stored for the same place, category
   * and provider: it gets the numbers, and no twin.
   */
  storedService: (
    key: string,
    where: { placeId: string; category: ServiceCategory; providerId: string },
  ) => string | undefined;
};

/** One category of care at one site, with its specialties, its numbers of the month and who paid. */
export function serviceDraft(
  code: ClassifiedCode,
  sums: CategorySums,
  place: Pick<SitePlace, "placeId" | "addressKey" | "isPlaced">,
  providerId: string,
  /** ONS code of the health body that the extract files the provider under. */
  healthBody: string | null,
  { refs, period, areaId, storedService }: ServiceContext,
): RecordDraft {
  const { site, operatorEvidence: operator } = code;
  if (site === undefined) throw new Error(`${code.code} is no site`);
  const { category, specialties } = sums;
  const key = `service/waiting-times/${code.code}/${category}`;
  const claim = claimMaker("service", key, refs);
  const stored = storedService(key, { placeId: place.placeId, category, providerId });
  const name = serviceNameOf(category, site.name);
  const listed = `Lists ${code.name} (${code.code}) with patients in ${inWords(specialties)}.`;
  const { placeId, addressKey } = place;

  const claims: ClaimDraft[] = [claim("status", "operating", EXTRACT, listed)];
  if (stored === undefined) {
    claims.push(
      claim("name", name, EXTRACT, listed),
      claim("category", category, EXTRACT, listed),
      claim("place", { placeId, addressKey }, EXTRACT, listed),
      claim("provider", { providerId }, operator.source, operator.says),
    );
  }
  for (const specialty of specialties) {
    claims.push(
      claim(
        "specialty",
        specialty,
        EXTRACT,
        `Counts patients of ${code.name} in ${specialty.toLowerCase()}.`,
      ),
    );
  }
  claims.push(waitingTimes(claim, sums, period));
  for (const { healthBody, completed } of sums.paidBy) {
    const id = areaId("icb", healthBody);
    const value = { key: `${id}/${period}`, areaId: id, month: period, completed };
    const says = `Counts ${inEnglish(completed)} treatments completed here for patients of this board.`;
    claims.push(claim("paid-for-by", value, EXTRACT, says));
  }
  if (!place.isPlaced && healthBody !== null) {
    const says = `Files ${code.name} under this board; every site whose address is known lies in the board it is filed under.`;
    claims.push(claim("serves-area", { areaId: areaId("icb", healthBody) }, EXTRACT, says));
  }
  if (site.inArea !== undefined) {
    const { kind, code: area, source, says } = site.inArea;
    claims.push(claim("serves-area", { areaId: areaId(kind, area) }, source, says));
  }
  return {
    recordType: "service",
    recordId: stored ?? starterId(key),
    create:
      stored === undefined ? { slug: slugOf(name), visibility: "published", sourceKey: key } : undefined,
    claims,
  };
}

function waitingTimes(
  claim: ReturnType<typeof claimMaker<"service">>,
  { completedAdmitted, completedNonAdmitted, waiting, newReferrals }: CategorySums,
  period: string,
): ClaimDraft {
  const sums = { completedAdmitted, completedNonAdmitted, waiting, newReferrals };
  return claim("waiting-times", { key: period, ...sums }, EXTRACT, countsOfMonth(sums));
}

/** "urology", "urology and gynaecology", "general surgery, urology and gynaecology". */
function inWords(specialties: readonly string[]): string {
  const words = specialties.map((name) => name.toLowerCase());
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}
