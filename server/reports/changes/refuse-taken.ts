import type { Db } from "@/db/client";
import { findProvidersByNumber } from "@/db/queries/providers-by-number";
import { findProviderByName, isPlaceHeldBack, isProviderHeldBack } from "@/db/queries/report-records";
import { mainAddresses } from "@/domain/claims/main-address";
import { InvalidInputError } from "@/domain/errors";
import type { ChangedEntry } from "@/server/reports/changes/changed-entry";

/**
 * A provider gets no name that another has, nor one that was taken off the site: a complaint must not be got round by a new spelling.
 * The number of a company is one organisation's too.
 * @throws InvalidInputError on `proposed`.
 */
export async function refuseTaken(
  db: Db,
  { id }: ChangedEntry,
  { field, proposed }: { field: string; proposed: string },
): Promise<void> {
  if (field === "name") {
    const other = await findProviderByName(db, proposed);
    if (other && other.id !== id) throw new InvalidInputError({ proposed: "name-taken" });
    if (await isProviderHeldBack(db, proposed))
      throw new InvalidInputError({ proposed: "provider-withheld" });
  }
  if (field !== "companies-house-number") return;
  const holder = (await findProvidersByNumber(db, [proposed])).get(proposed);
  if (holder !== undefined && holder !== id) throw new InvalidInputError({ proposed: "name-taken" });
}

/**
 * The same of a place, by the name and the address that it would have.
 * @throws InvalidInputError on `proposed`.
 */
export async function refusePlaceHeldBack(
  db: Db,
  entry: ChangedEntry,
  given: { name?: string; town?: string; postcode?: string },
): Promise<void> {
  const at = mainAddresses(entry.claims).at(-1)?.value;
  const would = {
    name: given.name ?? entry.says<string>("name") ?? "",
    town: given.town ?? at?.town ?? "",
    postcode: given.postcode ?? at?.postcode ?? "",
  };
  if (await isPlaceHeldBack(db, would)) throw new InvalidInputError({ proposed: "place-withheld" });
}
