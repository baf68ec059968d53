import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { BarTable } from "@/components/ui/bar-table";
import type { WaitingTimes } from "@/domain/claims/claim";

const NUMBERS = ["completedAdmitted", "completedNonAdmitted", "newReferrals", "waiting"] as const;

type Month = Record<(typeof NUMBERS)[number], number> & { month: WaitingTimes["key"] };

/** The four numbers of an extract, a bar for each month, newest first. */
export function WaitingTable({ months }: { months: readonly Month[] }) {
  const t = useTranslations("providers");
  const inWords = useDates();
  return (
    <BarTable
      caption={t("numbersTitle")}
      headings={[t("numbersColumn"), t("numbersCount")]}
      groups={NUMBERS.map((key) => ({
        id: key,
        title: t(`numbers.${key}`),
        bars: months.map((one) => ({
          label: months.length > 1 ? inWords(one.month) : undefined,
          value: one[key],
        })),
      }))}
    />
  );
}
