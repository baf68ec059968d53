import type { Db } from "@/db/client";
import { listAreaOnlyServices, listSaidOfServices, listServedAreas } from "@/db/queries/revealing";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import type { LabelledText, RevealingReason } from "@/domain/services/revealing/revealing-words";
import { hasPin } from "@/domain/services/service";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { revealingChecker } from "@/server/revealing/revealing-checker";

/** A public service shown by area only of which something public tells where it is: what and on which pages, never the words. */
export type PublicRevealing = {
  serviceId: string;
  category: ServiceCategory;
  pages: string[];
  found: Found[];
};
type Found = { field: string; reason: RevealingReason };

/**
 * Looks through everything that is public of services shown by area only, by the rule of today. Where one came with a
 * report, the place is known from that; of an import nothing is kept, so the towns of its area count, and any address.
 */
export async function listRevealing(db: Db): Promise<PublicRevealing[]> {
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
    revealing.push({ serviceId: id, category, pages, found: [...found.values()] });
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
