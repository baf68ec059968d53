import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import { InvalidInputError } from "@/domain/errors";
import { cellsOf, keptAreaOf } from "@/domain/imports/read-row";
import {
  couldBeHidden,
  isKindUnread,
  isTelling,
  namesHidden,
  problemsWithoutPlace,
  tellsPlace,
  withoutPlace,
} from "@/domain/imports/without-place";
import { parsePostcode } from "@/domain/postcodes/postcode";
import type { ServiceCategory } from "@/domain/services/category";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import { readRows, writeRows } from "@/server/imports/engine/stored-rows";
import { listShape } from "@/server/imports/lists/list-item";
import type { Planned } from "@/server/imports/lists/plan-rows";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";

type Listed = Pick<ImportBatch, "header" | "mapping">;
type Kept = { item: string[]; problems: Planned["problems"] };

/**
 * The cells and problems of a planned row as they are stored: those of a category that is shown by area only tell no
 * place, whatever became of the row. Before the column of the category is chosen nobody can say, and all cells are kept.
 */
export async function keepNoPlace(
  db: Db,
  { header, mapping }: Listed,
  raw: readonly string[],
  { row, problems }: Pick<Planned, "row" | "problems">,
  isHidden: (category: ServiceCategory) => boolean,
): Promise<Kept> {
  if (mapping.category === undefined || !namesHidden(raw, mapping, isHidden))
    return { item: [...raw], problems };
  if (tellsPlace(problems)) return { item: [...raw], problems };
  const areaId = row?.areaId ?? (await areaOfRefused(db, raw, mapping, problems));
  return {
    item: withoutPlace(raw, { mapping, width: header.length, areaId }),
    problems: problemsWithoutPlace(problems),
  };
}

/** The area of a row that is refused for something else than where it is, so that only this has to be repaired. */
async function areaOfRefused(
  db: Db,
  raw: readonly string[],
  mapping: Listed["mapping"],
  problems: Planned["problems"],
): Promise<string | null> {
  const { place, postcode: typed, town } = cellsOf(raw, mapping);
  const held = keptAreaOf(place);
  if (held !== null || problems.some(({ column }) => isTelling(column))) return held;
  const parsed = parsePostcode(typed);
  const postcode = parsed.kind === "unit" ? parsed.formatted : "";
  try {
    return (await findHealthBodyOfAddress(db, { placeId: null, postcode, town })).id;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}

/**
 * Takes what tells a place out of the rows of an import that is over, approved or refused: of those too that were kept
 * because no column was chosen for the category yet, or because the category was shown with its place then. A refused row
 * whose kind of care cannot be read ("sexual asault") may be of any.
 */
export async function forgetPlaces(db: Db, batch: ImportBatch): Promise<void> {
  const { header, mapping } = batch;
  const isHidden = await findAreaOnlyRule(db);
  const telling = readRows(listShape, await listRows(db, batch.id)).filter(
    ({ item, parsed, problems, outcome }) =>
      item.length > 0 &&
      !parsed?.areaId &&
      (namesHidden(item, mapping, isHidden) ||
        couldBeHidden(problems) ||
        (outcome === "refused" && isKindUnread(item, mapping))),
  );
  await writeRows(
    db,
    listShape,
    telling.map((row) => ({
      ...row,
      item: withoutPlace(row.item, {
        mapping,
        width: header.length,
        areaId: keptAreaOf(cellsOf(row.item, mapping).place),
      }),
      parsed: null,
      problems: problemsWithoutPlace(row.problems),
      plan: row.plan && { ...row.plan, place: null },
    })),
  );
}
