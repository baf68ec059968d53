import type { Db } from "@/db/client";
import { listCouncilCodes, listPlacesAt } from "@/db/queries/revealing";
import { formatPostcode } from "@/domain/reports/postcode-text";
import { type RevealingFinder, revealingFinder } from "@/domain/services/revealing/revealing-words";
import { NOWHERE, type Where } from "@/domain/services/revealing/where";
import { findPostcode } from "@/server/reference/find-postcode";
import { nearbyNames } from "@/server/revealing/nearby-names";

/** Where somebody says that a service is. */
export type SaidWhere = {
  placeId: string | null;
  placeName: string;
  addressLines: string;
  town: string;
  postcode: string;
  providerName: string;
};
/** The area by which readers are told where it is. */
export type ShownArea = { id: string; nameEn: string };

/** All that tells where a service is: what is said of it, and what the records say of the same place. */
export async function whereOf(
  db: Db,
  said: SaidWhere,
  areas: readonly Pick<ShownArea, "nameEn">[],
): Promise<Where> {
  const postcode = formatPostcode(said.postcode);
  const known = await listPlacesAt(db, { placeId: said.placeId, postcode });
  const there = (part: "name" | "nameCy" | "lines" | "town" | "postcode") =>
    known.flatMap((place) => place[part] ?? []).filter((text) => text !== "");
  const found = postcode === "" ? null : findPostcode(postcode);
  const councils = found?.status === "found" ? [found.council] : [];
  return {
    names: [said.placeName, ...there("name"), ...there("nameCy")],
    streets: [said.addressLines, ...there("lines")],
    towns: [said.town, ...there("town")],
    postcodes: [said.postcode, ...there("postcode")].filter((text) => text !== ""),
    nearby: nearbyNames(councils, postcode === "" ? [] : [postcode.split(" ")[0] ?? ""]),
    providerName: said.providerName,
    allowed: areas.map(({ nameEn }) => nameEn),
  };
}

/**
 * Makes finders for services that are shown by area only. Towns of the area they are shown in count as telling too: they
 * tell more than the area does, and of a service that is stored nothing else is known. Each area is asked for once.
 * @param said null where nobody knows any more where it is.
 */
export function revealingChecker(
  db: Db,
): (said: SaidWhere | null, areas: readonly ShownArea[]) => Promise<RevealingFinder> {
  const around = new Map<string, RevealingFinder>();
  return async (said, areas) => {
    const key = areas
      .map(({ id }) => id)
      .sort()
      .join(" ");
    const allowed = areas.map(({ nameEn }) => nameEn);
    let inArea = around.get(key);
    if (!inArea) {
      const councils = await listCouncilCodes(
        db,
        areas.map(({ id }) => id),
      );
      inArea = revealingFinder({ ...NOWHERE, nearby: nearbyNames(councils), allowed });
      around.set(key, inArea);
    }
    const atPlace = said && revealingFinder(await whereOf(db, said, areas));
    const ofArea = inArea;
    return (texts) => [...(atPlace?.(texts) ?? []), ...ofArea(texts)];
  };
}
