import type { Db } from "@/db/client";
import {
  listAreaOnlyServices,
  listOpenDisputes,
  listPublicPlaceTexts,
  listSaidOfServices,
  listServedAreas,
} from "@/db/queries/revealing";
import { findRecord } from "@/db/queries/withholdings";
import type { DisputedType } from "@/domain/complaints/complaint";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import type { LabelledText, RevealingReason } from "@/domain/services/revealing/revealing-words";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";
import { hasPin } from "@/domain/services/service";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { revealingChecker } from "@/server/revealing/revealing-checker";
import { revealingInDispute } from "@/server/revealing/revealing-dispute";

/** A public entry that tells where care shown by area only is: what of it and on which pages, never the words. */
export type PublicRevealing = {
  type: DisputedType;
  id: string;
  /** Null where only words tell that there is such care. */
  category: ServiceCategory | null;
  pages: string[];
  found: Found[];
};
type Found = { field: string; reason: RevealingReason | "sensitive-words" };

/** All that is public and tells where care shown by area only is, by the rule of today. */
export async function listRevealing(db: Db): Promise<PublicRevealing[]> {
  return [
    ...(await listRevealingServices(db)),
    ...(await listRevealingPlaces(db)),
    ...(await listRevealingDisputes(db)),
  ];
}

/**
 * Public places that are called, stand or are run as such care is: their page is its address. One of which two people said that it
 * gives none is not among them.
 */
async function listRevealingPlaces(db: Db): Promise<PublicRevealing[]> {
  const isAreaOnly = await findAreaOnlyRule(db);
  const isTold = (texts: readonly string[]) => sensitiveWords(texts.join(" / "), isAreaOnly) !== null;
  return (await listPublicPlaceTexts(db)).flatMap(({ id, slug, texts, runners }): PublicRevealing[] => {
    const found: Found[] = [
      ...(isTold(texts) ? [{ field: "place", reason: "sensitive-words" as const }] : []),
      ...(isTold(runners) ? [{ field: "provider", reason: "sensitive-words" as const }] : []),
    ];
    return found.length === 0
      ? []
      : [{ type: "place", id, category: null, pages: [`/places/${slug}`], found }];
  });
}

async function listRevealingDisputes(db: Db): Promise<PublicRevealing[]> {
  const revealing: PublicRevealing[] = [];
  for (const { type, id, says } of await listOpenDisputes(db)) {
    const record = await findRecord(db, type, id);
    if (!record?.visibility || !hasPin(record.visibility)) continue;
    if ((await revealingInDispute(db, { ...record, type }, says)).length === 0) continue;
    const found: Found[] = [{ field: "dispute", reason: "sensitive-words" }];
    revealing.push({ type, id, category: null, pages: [`/${type}s/${record.slug}`], found });
  }
  return revealing;
}

/**
 * Looks through everything that is public of services shown by area only, by the rule of today. Where one came with a
 * report, the place is known from that; of an import nothing is kept, so the towns of its area count, and any address.
 */
async function listRevealingServices(db: Db): Promise<PublicRevealing[]> {
  const isAreaOnly = await findAreaOnlyRule(db);
  const services = await listAreaOnlyServices(db, SERVICE_CATEGORIES.filter(isAreaOnly));
  const ids = services.map(({ id }) => id);
  const [areas, said] = [await listServedAreas(db, ids), await listSaidOfServices(db, ids)];
  const finderOf = revealingChecker(db);
  const revealing: PublicRevealing[] = [];
  for (const { id, slug, category, visibility, provider, commissionerName } of services) {
    const own = areas.filter(({ serviceId }) => serviceId === id);
    const ofService = said.filter(({ serviceId }) => serviceId === id);
    const texts: LabelledText[] = [
      { field: "provider", text: provider?.name ?? "" },
      { field: "commissioner", text: commissionerName ?? "" },
      ...ofService.flatMap(({ says, title, publisher, note, url }) => [
        { field: "quotation", text: says },
        { field: "title", text: title },
        { field: "publisher", text: publisher },
        { field: "note", text: note ?? "" },
        { field: "link", text: url ?? "", isLink: true },
      ]),
    ];
    const proposals = ofService.flatMap(({ proposal }) =>
      proposal?.kind === "new-service" ? [proposal] : [],
    );
    const find = await finderOf(proposals[0] ?? null, own);
    // Published before an admin hid its kind of care: its page, name and pin are the place itself.
    const ownPage: Found[] = hasPin(visibility) ? [{ field: "page", reason: "place-name" }] : [];
    const found = new Map(
      [...ownPage, ...find(texts)].map(({ field, reason }) => [`${field} ${reason}`, { field, reason }]),
    );
    if (found.size === 0) continue;
    const pages = [
      ...(ownPage.length > 0 ? [`/services/${slug}`] : []),
      ...own.map((area) => `/areas/${area.kind}/${area.slug}`),
      ...(provider ? [`/providers/${provider.slug}`] : []),
    ];
    revealing.push({ type: "service", id, category, pages, found: [...found.values()] });
  }
  return revealing;
}

/** For a log: how many, and where to look; none of the words. */
export function revealingInWords(revealing: readonly PublicRevealing[], origin = ""): string[] {
  if (revealing.length === 0) return ["nothing public tells where care is that is shown by area only"];
  const pages = [...new Set(revealing.flatMap((each) => each.pages))];
  const count = revealing.length === 1 ? "1 entry tells" : `${revealing.length} entries tell`;
  return [
    `${count} where care is that is shown by area only. Look at: ${pages.map((page) => origin + page).join(", ")}`,
  ];
}
