import type { CareByPayer, CareCell } from "@/domain/figures/share-of-care";

/** Treatment that one provider completed for one payer in one treatment function. */
export type PaidCare = CareCell & { payer: string };

/** Sums completed treatment by payer, kind and treatment function; nothing completed is left out. */
export function careByPayer(care: Iterable<PaidCare>): CareByPayer[] {
  const byPayer = new Map<string, Map<string, CareCell>>();
  for (const { payer, kind, function: code, admitted, nonAdmitted } of care) {
    if (admitted + nonAdmitted === 0) continue;
    const of = byPayer.get(payer) ?? new Map<string, CareCell>();
    byPayer.set(payer, of);
    const key = `${kind} ${code}`;
    const sum = of.get(key) ?? { kind, function: code, admitted: 0, nonAdmitted: 0 };
    sum.admitted += admitted;
    sum.nonAdmitted += nonAdmitted;
    of.set(key, sum);
  }
  return [...byPayer]
    .map(([payer, cells]): CareByPayer => ({ payer, cells: sorted(cells) }))
    .sort((a, b) => (a.payer < b.payer ? -1 : 1));
}

function sorted(cells: ReadonlyMap<string, CareCell>): CareCell[] {
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
