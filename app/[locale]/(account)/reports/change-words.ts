import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { reportFormWords } from "@/app/[locale]/(account)/reports/form-words";
import { servedAreas } from "@/app/[locale]/(account)/reports/served-areas";
import type { ReportFormWords } from "@/components/reports/report-form-words";
import { AWARD_ROUTES, CONTRACT_TYPES } from "@/domain/contracts/contract";
import { dateInWords } from "@/domain/dates/in-words";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { PLACE_KINDS } from "@/domain/places/place";
import { LEGAL_FORMS, PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { OWNER_CLASSES } from "@/domain/providers/owner-class";
import { COMPANY_STATUSES } from "@/domain/registrations/registration";
import {
  CORRECTABLE,
  type CorrectableType,
  MAPPED_ANSWERS,
  NOT_OUTSOURCED_PROOFS,
  REPORTED_FORMS,
} from "@/domain/reports/change-proposals";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { SERVICE_STATUSES } from "@/domain/services/service";
import { getDb } from "@/server/database";
import { findServicesOnMap } from "@/server/reports/moves/services-on-map";

type Option = { value: string; label: string };

/** Every word of the form about an entry. */
export async function changeFormWords(
  agreedAt: Date | null = null,
): Promise<ReportFormWords & { proofs: Option[]; mapped: Option[] }> {
  const words = await reportFormWords(agreedAt);
  const { reports } = await getMessages();
  const { form, mapped, proofs } = reports.change;
  return {
    ...words,
    text: { ...words.text, ...form },
    mapped: MAPPED_ANSWERS.map((value) => ({ value, label: mapped[value] })),
    proofs: NOT_OUTSOURCED_PROOFS.map((value) => ({ value, label: proofs[value] })),
  };
}

/** What a fact may be where it is one of a few; null where it is text. */
export async function optionsOfField(field: string): Promise<Option[] | null> {
  const { services, reports } = await getMessages();
  const of = <K extends string>(keys: readonly K[], words: Record<K, string>) =>
    keys.map((value) => ({ value, label: words[value] }));
  if (field === "category") return of(SERVICE_CATEGORIES, services.category);
  if (field === "status") return of(SERVICE_STATUSES, services.status);
  if (field === "kind") return of(PLACE_KINDS, services.claim.placeKind);
  if (field === "legal-form") return of(LEGAL_FORMS, services.providerKind);
  if (field === "provider-kind") return of(PROVIDER_KINDS, services.providerKind);
  if (field === "company-status") {
    const t = await getTranslations("services.claim.companyStatus");
    return COMPANY_STATUSES.map((value) => ({ value, label: t(value, { date: "none" }) }));
  }
  if (field === "owner-class") return of(OWNER_CLASSES, reports.change.ownerClasses);
  if (field === "contract-type") return of(CONTRACT_TYPES, services.claim.contractType);
  if (field === "contract-award-route") return of(AWARD_ROUTES, services.claim.awardRoute);
  if (field === "serves-area") return servedAreas(await getLocale());
  if (field === "registration") return of(REPORTED_FORMS, reports.change.forms);
  return null;
}

/** The facts of an entry that a report can say are wrong, in words. */
export async function correctableFields(type: CorrectableType): Promise<{ field: string; label: string }[]> {
  const { reports } = await getMessages();
  const rows: Record<string, string> = reports.change.rows;
  return Object.keys(CORRECTABLE[type]).map((field) => ({ field, label: rows[field] ?? field }));
}

/** What our map has at a place that somebody says is run by the NHS: a line each, and where to say that it is wrong. */
export async function onMapInWords(
  locale: string,
  placeId: string,
): Promise<{ href: string; text: string }[]> {
  const t = await getTranslations("reports.change");
  const language = (await getTranslations("common"))("dateLanguage") === "cy" ? "cy" : "en";
  const services = await findServicesOnMap(getDb(), placeId);
  return services.map(({ slug, name, provider, since }) => ({
    href: localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/reports/change?service=${slug}`),
    text: t("onMap", {
      name,
      provider: provider ?? "none",
      since: since === null ? "none" : dateInWords(since, language),
    }),
  }));
}
