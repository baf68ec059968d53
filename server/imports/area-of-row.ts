import type { Db } from "@/db/client";
import { findAreaKinds } from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import type { RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import { SERVES_AREA_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { findHealthBodyOfAddress } from "@/server/reports/area-served";

type Placed = { row: ImportRow | null; problems: RowProblem[]; areaName: string | null };

/**
 * Gives a row of a service without a place (one shown by area only, or one that comes to its patients) the area of the
 * health body it serves, and takes its address away: where it is must be kept nowhere.
 */
export async function placeRow(
  db: Db,
  { row, problems }: { row: ImportRow | null; problems: RowProblem[] },
  isAreaOnly: (category: ServiceCategory) => boolean,
): Promise<Placed> {
  if (!row || !(isAreaOnly(row.category) || SERVES_AREA_CATEGORIES.has(row.category)))
    return { row, problems, areaName: null };
  const bare = { address: "", town: "", postcode: "", lat: null, lon: null, registerCode: null };
  // A note may tell what the address would have.
  const note = isAreaOnly(row.category) ? "" : row.note;
  if (row.areaId !== null) {
    const [known] = await findAreaKinds(db, [row.areaId]);
    if (known) return { row: { ...row, ...bare, note }, problems, areaName: known.nameEn };
  }
  try {
    const area = await findHealthBodyOfAddress(db, {
      placeId: null,
      postcode: row.postcode,
      town: row.town,
    });
    const place = isAreaOnly(row.category) ? "-" : row.place;
    return { row: { ...row, ...bare, note, place, areaId: area.id }, problems, areaName: area.nameEn };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const problem: RowProblem = { column: "postcode", code: "area-needed", detail: row.postcode || row.town };
    return { row: null, problems: [problem], areaName: null };
  }
}
