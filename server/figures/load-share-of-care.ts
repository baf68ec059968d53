import type { AreaDetail } from "@/domain/areas/area-page";
import {
  OTHER_PAYERS,
  type ShareOfCareData,
  shareByFunction,
  shareByKind,
  shareOfCare,
} from "@/domain/figures/share-of-care";
import type { Definition } from "@/domain/providers/legal-form";
import { treatmentFunction } from "@/domain/services/treatment-functions";
import type { ShareOfCareTable } from "@/server/registers/waiting-times/tables";

/**
 * The share of care of an integrated care board's patients, or of all that providers in England report. Null for any
 * other area: the extract knows no smaller ones, and no other nation.
 * @param table the newest month, asked for only where there is something to say.
 */
export async function loadShareOfCare(
  area: Pick<AreaDetail, "kind" | "code" | "nation">,
  definition: Definition,
  table: () => Promise<ShareOfCareTable>,
): Promise<ShareOfCareData | null> {
  const isEngland = area.kind === "nation" && area.nation === "england";
  if (!isEngland && area.kind !== "icb") return null;
  const { period, payers } = await table();
  const paid = isEngland ? payers : payers.filter(({ payer }) => payer === area.code);
  if (paid.length === 0) return null;
  const cells = paid.flatMap((one) => one.cells);
  const bySpecialty = shareByFunction(cells, definition);
  return {
    month: period,
    whole: shareOfCare(cells, definition),
    byKind: shareByKind(cells, definition),
    bySpecialty: bySpecialty.map((row) => ({ ...row, name: treatmentFunction(row.key).name })),
    otherPayers: OTHER_PAYERS.flatMap((payer) => {
      const own = paid.find((one) => one.payer === payer);
      return own ? { payer, completed: shareOfCare(own.cells, definition).together.all } : [];
    }),
  };
}
