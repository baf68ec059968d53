import { useTranslations } from "next-intl";
import { ClaimValueText, type Names, type ValueOfClaim } from "@/components/claims/claim-value";
import { saysSo } from "@/domain/claims/claim";
import { saysTheSame } from "@/domain/same";

/** One fact before and after; null where nothing was said of it, or it is not shown at present. */
export type FactChange = { before: ValueOfClaim | null; after: ValueOfClaim | null };

/** What changed, a fact a line: from what to what. */
export function FactChanges({ rows, names }: { rows: readonly FactChange[]; names: Names }) {
  const t = useTranslations("services");
  return (
    <dl className="space-y-1.5">
      {rows.map(({ before, after }) => {
        const field = after?.field ?? before?.field ?? "name";
        return (
          <div
            key={`${field} ${JSON.stringify(after?.value ?? before?.value)}`}
            className="grid grid-cols-[6.5rem_1fr] gap-x-4 sm:grid-cols-[11rem_1fr] sm:gap-x-6"
          >
            <dt className="text-ink-soft">{t(`claim.field.${field}` as "claim.field.name")}</dt>
            <dd className="min-w-0 break-words">
              <FromTo before={before} after={after} names={names} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function FromTo({ before, after, names }: FactChange & { names: Names }) {
  const t = useTranslations("services.history");
  const value = (claim: ValueOfClaim) => () => (
    <span className="font-semibold">
      <ClaimValueText claim={claim} names={names} />
    </span>
  );
  if (before && after && saysSo(before.value) && !saysSo(after.value))
    return t.rich("notSo", { before: value(before) });
  if (before && after)
    return saysTheSame(before.value, after.value)
      ? t.rich("confirmed", { after: value(after) })
      : t.rich("fromTo", { before: value(before), after: value(after) });
  if (after) return t.rich("added", { after: value(after) });
  return before ? t.rich("gone", { before: value(before) }) : null;
}
