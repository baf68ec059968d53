import type { ShareOfCareTable } from "@/db/reference/waiting-times-table";
import type { Named } from "@/domain/figures/service-row";
import {
  OTHER_PAYERS,
  type ShareOfCareData,
  shareByFunction,
  shareByKind,
  shareOfCare,
} from "@/domain/figures/share-of-care";
import type { AreaDetail } from "@/domain/pages/area-page";
import type { Definition } from "@/domain/providers/legal-form";
import { treatmentFunction } from "@/domain/services/treatment-functions";

/**
 * The share of care of an integrated care board's patients, or of all that providers in England report. Null for any
 * other area: the extract knows no smaller ones, and no other nation.
 * @param table the newest month, asked for only where there is something to say.
 * @param unknownCarers who treated patients and is of a kind that no source gives; asked for where some did.
 */
export async function loadShareOfCare(
  area: Pick<AreaDetail, "id" | "kind" | "code" | "nation">,
  definition: Definition,
  table: () => Promise<ShareOfCareTable>,
  unknownCarers: (month: string, areaId: string | null) => Promise<Named[]>,
): Promise<ShareOfCareData | null> {
  const isEngland = area.kind === "nation" && area.nation === "england";
  if (!isEngland && area.kind !== "icb") return null;
  const { period, payers } = await table();
  const paid = isEngland ? payers : payers.filter(({ payer }) => payer === area.code);
  if (paid.length === 0) return null;
  const cells = paid.flatMap((one) => one.cells);
  const bySpecialty = shareByFunction(cells, definition);
  const whole = shareOfCare(cells, definition);
  return {
    month: period,
    whole,
    unknownCarers: whole.unknown > 0 ? await unknownCarers(period, isEngland ? null : area.id) : [],
    byKind: shareByKind(cells, definition),
    bySpecialty: bySpecialty.map((row) => ({ ...row, name: treatmentFunction(row.key).name })),
    otherPayers: OTHER_PAYERS.flatMap((payer) => {
      const own = paid.find((one) => one.payer === payer);
      return own ? { payer, completed: shareOfCare(own.cells, definition).together.all } : [];
    }),
  };
}
