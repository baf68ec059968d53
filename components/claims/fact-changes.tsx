import { useTranslations } from "next-intl";
import { ClaimValueText, NameOfRecord } from "@/components/claims/claim-value";
import type { Names, ValueOfClaim } from "@/components/claims/claim-words";
import { type FactChange, fieldOfChange, howTold } from "@/components/claims/how-told";
import { idsIn } from "@/domain/claims/reading";

/** What changed, a fact a line: from what to what. */
export function FactChanges({ rows, names }: { rows: readonly FactChange[]; names: Names }) {
  const t = useTranslations("services");
  return (
    <dl className="space-y-1.5">
      {rows.map((row) => {
        const { before, after, of } = row;
        return (
          <div
            key={`${of} ${fieldOfChange(row, t)} ${JSON.stringify(after?.value ?? before?.value)}`}
            className="grid grid-cols-[6.5rem_1fr] gap-x-4 sm:grid-cols-[11rem_1fr] sm:gap-x-6"
          >
            <dt className="text-ink-soft">{fieldOfChange(row, t)}</dt>
            <dd className="min-w-0 break-words">
              <FromTo row={row} names={names} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function FromTo({ row, names }: { row: FactChange; names: Names }) {
  const t = useTranslations("services.history");
  const told = howTold(row);
  if (!told) return null;
  const value = (claim: ValueOfClaim | null) => () =>
    claim ? (
      <span className="font-semibold">
        {told.isName ? (
          <NameOfRecord name={names.get(idsIn(claim.value)[0] ?? "")} />
        ) : (
          <ClaimValueText claim={claim} names={names} />
        )}
      </span>
    ) : null;
  return t.rich(told.key, { before: value(told.before), after: value(told.after) });
}
