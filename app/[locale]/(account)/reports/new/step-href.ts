import { type Locale, localPath } from "@/domain/language/locale";
import type { ReportStep } from "@/domain/reports/new-service-steps";

/** The address of a page of a report; what is "" is left out. */
export function stepHref(locale: Locale, step: ReportStep, query: Readonly<Record<string, string>>): string {
  return localPath(locale, `/reports/new/${step}${queryText(query)}`);
}

/** "?a=b" of what is not empty. */
export function queryText(query: Readonly<Record<string, string>>): string {
  const said = Object.entries(query).filter(([, value]) => value !== "");
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
}
