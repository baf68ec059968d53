import { useTranslations } from "next-intl";
import { RemainderLine } from "@/components/counting/remainder-line";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import type { ProviderPageData } from "@/domain/pages/place-page";
import { restOfPayers } from "@/domain/pages/remainders";

const NUMBERS = ["completedAdmitted", "completedNonAdmitted", "newReferrals", "waiting"] as const;

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
          <Facts
            facts={NUMBERS.map((key) => ({
              id: key,
              name: t(`numbers.${key}`),
              value: t("numbers.value", { count: numbers[key] }),
            }))}
          />
        </Section>
      ) : null}
      {payers[0] ? (
        <Section
          id="payers"
          title={t("payersTitle")}
          note={t("payersNote", { month: inWords(payers[0].month) })}
        >
          <table className="rows">
            <caption className="sr-only">{t("payersTitle")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("payersColumn")}</th>
                <th scope="col">{t("payersCount")}</th>
              </tr>
            </thead>
            <tbody>
              {payers.map(({ areaId, completed }) => (
                <tr key={areaId}>
                  <th scope="row" className="text-left font-normal">
                    <Payer area={page.names.get(areaId)} />
                  </th>
                  <td data-label={t("payersCount")}>{t("numbers.value", { count: completed })}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rest ? <RemainderLine what="payers" of={rest} /> : null}
        </Section>
      ) : null}
    </>
  );
}

function Payer({ area }: { area: { name: string; path: string | null } | undefined }) {
  if (!area?.path) return area?.name ?? "";
  return <LocalLink href={area.path}>{area.name}</LocalLink>;
}
