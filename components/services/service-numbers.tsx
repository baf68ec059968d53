import { useTranslations } from "next-intl";
import { ClaimEvidence } from "@/components/claims/claim-list";
import type { Names } from "@/components/claims/claim-words";
import { DisputeLine } from "@/components/claims/dispute-line";
import { PayerTable } from "@/components/claims/payer-table";
import { WaitingTable } from "@/components/claims/waiting-table";
import { useDates } from "@/components/layout/date-text";
import { Section } from "@/components/ui/section";
import type { DisputeRead } from "@/domain/claims/dispute";
import type { ServiceNumbers } from "@/domain/claims/service-numbers";

const FIELDS: ReadonlySet<string | null> = new Set(["waiting-times", "paid-for-by"]);

/** How many patients a service saw and who paid, as its sources count them. */
export function ServiceNumbersSection({
  numbers: { months, payers, claims },
  names,
  disputes,
}: {
  numbers: ServiceNumbers;
  names: Names;
  disputes: readonly DisputeRead[];
}) {
  const t = useTranslations("providers");
  const inWords = useDates();
  return (
    <Section
      id="numbers"
      title={t("numbersTitle")}
      note={t("numbersNoteService", { month: inWords(months[0]?.key ?? "") })}
    >
      {disputes
        .filter(({ field }) => FIELDS.has(field))
        .map((dispute) => (
          <DisputeLine key={dispute.id} dispute={dispute} />
        ))}
      <WaitingTable months={months.map(({ key, ...one }) => ({ month: key, ...one }))} />
      {payers.length > 0 ? (
        <>
          <h3 className="mt-6 mb-2">{t("payersTitle")}</h3>
          <PayerTable payers={payers} names={names} />
        </>
      ) : null}
      <ClaimEvidence claims={claims} />
    </Section>
  );
}
