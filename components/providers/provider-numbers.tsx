import { useTranslations } from "next-intl";
import { PayerTable } from "@/components/claims/payer-table";
import { WaitingTable } from "@/components/claims/waiting-table";
import { RemainderLine } from "@/components/counting/remainder-line";
import { useDates } from "@/components/layout/date-text";
import { Section } from "@/components/ui/section";
import type { ProviderPageData } from "@/domain/pages/place-page";
import { restOfPayers } from "@/domain/pages/remainders";

/** How many patients an organisation's services saw, and which health bodies paid; nothing where no source says. */
export function ProviderNumbersSection({ page }: { page: ProviderPageData }) {
  const t = useTranslations("providers");
  const inWords = useDates();
  const { numbers, payers } = page;
  const rest = restOfPayers(page);
  return (
    <>
      {numbers ? (
        <Section
          id="numbers"
          title={t("numbersTitle")}
          note={t("numbersNote", {
            month: inWords(numbers.month),
            services: numbers.services,
            elsewhere: numbers.isAlsoElsewhere ? "yes" : "no",
          })}
        >
          <WaitingTable months={[numbers]} />
        </Section>
      ) : null}
      {payers[0] ? (
        <Section
          id="payers"
          title={t("payersTitle")}
          note={t("payersNote", { month: inWords(payers[0].month) })}
          isFolded
        >
          <PayerTable payers={payers} names={page.names} />
          {rest ? <RemainderLine what="payers" of={rest} /> : null}
        </Section>
      ) : null}
    </>
  );
}
