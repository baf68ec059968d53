import type { Db } from "@/db/client";
import { findAreaKinds } from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import type { ImportSource } from "@/domain/imports/batch";
import type { RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import { isKept } from "@/domain/imports/without-place";
import { SERVES_AREA_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { revealingInRow } from "@/server/imports/lists/revealing-row";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";
import type { revealingChecker, ShownArea } from "@/server/revealing/revealing-checker";

type Placed = { row: ImportRow | null; problems: RowProblem[]; areaName: string | null };
type Rules = {
  isAreaOnly: (category: ServiceCategory) => boolean;
  /** Of the whole list: it is shown with each of its rows. */
  source: ImportSource;
  finderOf: ReturnType<typeof revealingChecker>;
};

/**
 * Gives a row of a service without a place (one shown by area only, or one that comes to its patients) the area of the
 * health body it serves, and takes its address away: where it is must be kept nowhere. One shown by area only whose other
 * texts would tell it is refused.
 */
export async function placeRow(
  db: Db,
  { row, problems }: { row: ImportRow | null; problems: RowProblem[] },
  { isAreaOnly, source, finderOf }: Rules,
): Promise<Placed> {
  if (!row) return { row, problems, areaName: null };
  const hidden = isAreaOnly(row.category);
  // Its place was taken away while it was care shown by area only, or while nobody could tell; no area stands for it.
  if (!isKept(row.place) && (row.areaId === null || !(hidden || SERVES_AREA_CATEGORIES.has(row.category))))
    return refused({ column: "place", code: "place-not-kept", detail: "" });
  if (!(hidden || SERVES_AREA_CATEGORIES.has(row.category))) return { row, problems, areaName: null };
  const found = await areaOf(db, row);
  if ("problem" in found) return refused(found.problem);
  const { area } = found;
  if (hidden) {
    const revealing = await revealingInRow(row, source, { area, finderOf });
    if (revealing.length > 0) return { row: null, problems: revealing, areaName: null };
  }
  const bare = { address: "", town: "", postcode: "", lat: null, lon: null, registerCode: null };
  // A note may tell what the address would have.
  const kept = hidden ? { note: "", place: "-" } : {};
  return { row: { ...row, ...bare, ...kept, areaId: area.id }, problems, areaName: area.nameEn };
}

const refused = (problem: RowProblem): Placed => ({ row: null, problems: [problem], areaName: null });

async function areaOf(db: Db, row: ImportRow): Promise<{ area: ShownArea } | { problem: RowProblem }> {
  if (row.areaId !== null) {
    const [known] = await findAreaKinds(db, [row.areaId]);
    if (known) return { area: known };
  }
  const { postcode, town } = row;
  try {
    return { area: await findHealthBodyOfAddress(db, { placeId: null, postcode, town }) };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { problem: { column: "postcode", code: "area-needed", detail: postcode || town } };
  }
}
