import { useTranslations } from "next-intl";
import { ClaimValueText, NameOfRecord, type Names, type ValueOfClaim } from "@/components/claims/claim-value";
import { saysSo } from "@/domain/claims/claim";
import { idsIn } from "@/domain/claims/reading";
import { saysTheSame } from "@/domain/same";

/** One fact before and after; null where nothing was said of it, or it is not shown at present. */
export type FactChange = { before: ValueOfClaim | null; after: ValueOfClaim | null };

/** What changed, a fact a line: from what to what. */
export function FactChanges({ rows, names }: { rows: readonly FactChange[]; names: Names }) {
  const t = useTranslations("services");
  return (
    <dl className="space-y-1.5">
      {rows.map(({ before, after }) => {
        const claim = after ?? before;
        const field = claim?.field ?? "name";
        const isOfPayer = field === "kind" && claim?.recordType === "commissioner";
        return (
          <div
            key={`${field} ${JSON.stringify(after?.value ?? before?.value)}`}
            className="grid grid-cols-[6.5rem_1fr] gap-x-4 sm:grid-cols-[11rem_1fr] sm:gap-x-6"
          >
            <dt className="text-ink-soft">
              {t(`claim.field.${isOfPayer ? "commissioner-kind" : field}` as "claim.field.name")}
            </dt>
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
  if ((before && !saysSo(before.value)) || (after && !saysSo(after.value)))
    return <NotSoFromTo before={before} after={after} names={names} />;
  if (before && after)
    return saysTheSame(before.value, after.value)
      ? t.rich("confirmed", { after: value(after) })
      : t.rich("fromTo", { before: value(before), after: value(after) });
  if (after) return t.rich("added", { after: value(after) });
  return before ? t.rich("gone", { before: value(before) }) : null;
}

/** Where a source shows of one side that it is not so: that is no value, and nothing came "from" it. */
function NotSoFromTo({ before, after, names }: FactChange & { names: Names }) {
  const t = useTranslations("services.history");
  const named = (claim: ValueOfClaim) => () => {
    const [id = ""] = idsIn(claim.value);
    return (
      <span className="font-semibold">
        <NameOfRecord name={names.get(id)} />
      </span>
    );
  };
  const isSame = idsIn(before?.value)[0] === idsIn(after?.value)[0];
  if (after && saysSo(after.value)) return t.rich(isSame ? "soAgain" : "added", { after: named(after) });
  if (before && saysSo(before.value)) return t.rich(isSame ? "notSo" : "gone", { before: named(before) });
  if (after) return t.rich(before && isSame ? "notSoConfirmed" : "notSo", { before: named(after) });
  return before ? t.rich("notSoGone", { before: named(before) }) : null;
}
