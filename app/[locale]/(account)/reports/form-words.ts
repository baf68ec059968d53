import { getMessages, getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import type { ReportFormWords } from "@/components/reports/report-form-words";
import { CONTRACT_TYPES } from "@/domain/contracts/contract";
import { momentWords } from "@/domain/dates/moment-in-words";
import { PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { SOURCE_KINDS } from "@/domain/sources/source";

/**
 * Every word of the report form in the page's language: the form runs in the browser.
 * @param agreedAt when its author agreed to the licence with an earlier report.
 */
export async function reportFormWords(agreedAt: Date | null = null): Promise<ReportFormWords> {
  const { reports, services } = await getMessages();
  const common = await getTranslations("common.errors");
  const { category, providerKind, claim } = services;
  const { failures, signIn, kept } = await smallFormWords();
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    errorPrefix: common("prefix"),
    summaryTitle: common("summaryTitle"),
    errors: reports.errors,
    failures,
    signIn,
    kept,
    text: reports.new,
    link: reports.link,
    agreed: agreedAt && (await agreedIn(agreedAt)),
    options: {
      category: SERVICE_CATEGORIES.map((value) => ({ value, label: category[value] })),
      providerKind: PROVIDER_KINDS.map((value) => ({ value, label: capital(providerKind[value]) })),
      contractType: CONTRACT_TYPES.filter((value) => value !== "unknown").map((value) => ({
        value,
        label: claim.contractType[value],
      })),
      sourceKind: SOURCE_KINDS.map((value) => ({ value, label: claim.sourceKind[value] })),
    },
  };
}

async function agreedIn(agreedAt: Date): Promise<string> {
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  return (await getTranslations("reports.new"))("agreed", { date: format.day(agreedAt) });
}
