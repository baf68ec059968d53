import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import type { MapRow } from "@/domain/map/map-row";
import { cellCentre } from "@/domain/postcodes/cell-centre";

/** So many services where people live: the same in every run. Their names and sources are nobody's, and are never drawn. */
export function madeRows(count: number): MapRow[] {
  const { column, row } = postcodeTable();
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const rows: MapRow[] = [];
  while (rows.length < count) {
    const at = random(column.length);
    const [x = NO_COLUMN, y = 0] = [column[at], row[at]];
    if (x === NO_COLUMN) continue;
    const provider = `provider-${random(400)}`;
    rows.push({
      id: `${rows.length}`,
      slug: `service-${rows.length}`,
      name: "Service",
      category:
        (["gp-practice", "eye-care", "diagnostics-and-scans", "dialysis"] as const)[random(4)] ??
        "gp-practice",
      status: random(20) === 0 ? "planned" : "operating",
      mayHaveEnded: false,
      disputed: false,
      kind: (["company", "charity", "not-known"] as const)[random(3)] ?? "company",
      ...cellCentre(GRID, x, y),
      approximate: random(10) === 0,
      place: { slug: "place", name: "Place", nameCy: null, town: "" } as MapRow["place"],
      provider: { slug: provider, name: provider },
      isProviderHidden: false,
      groups: [],
      payer: { slug: `payer-${random(60)}`, name: "Payer" },
      areas: [
        {
          kind: "constituency",
          slug: `constituency-${random(650)}`,
          name: "",
          nameCy: null,
        } as MapRow["areas"][number],
      ],
      publisher: null,
      isWorkedOut: false,
      startedOn: null,
      lastConfirmedOn: "2026-04",
    });
  }
  return rows;
}
