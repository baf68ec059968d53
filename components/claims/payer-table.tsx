import { useTranslations } from "next-intl";
import type { Names } from "@/components/claims/claim-words";
import { LocalLink } from "@/components/layout/local-link";
import { BarTable } from "@/components/ui/bar-table";
import type { PaidForBy } from "@/domain/claims/claim";

/** So many that the largest are seen at once; the others are folded away but in the page. */
const FIRST = 10;

/** Which health bodies paid, the most first. */
export function PayerTable({ payers, names }: { payers: readonly PaidForBy[]; names: Names }) {
  const t = useTranslations("providers");
  const rest = payers.slice(FIRST);
  const table = (caption: string, some: readonly PaidForBy[]) => (
    <BarTable
      caption={caption}
      headings={[t("payersColumn"), t("payersCount")]}
      most={payers[0]?.completed ?? 1}
      groups={some.map(({ areaId, completed }) => ({
        id: areaId,
        title: <Payer area={names.get(areaId)} />,
        bars: [{ value: completed }],
      }))}
    />
  );
  return (
    <>
      {table(t("payersTitle"), payers.slice(0, FIRST))}
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="py-2.5 font-semibold">{t("payersRest", { count: rest.length })}</summary>
          {table(t("payersRest", { count: rest.length }), rest)}
        </details>
      ) : null}
    </>
  );
}

function Payer({ area }: { area: { name: string; path: string | null } | undefined }) {
  if (!area?.path) return area?.name ?? "";
  return (
    <LocalLink href={area.path} className="inline-block py-0.5">
      {area.name}
    </LocalLink>
  );
}
