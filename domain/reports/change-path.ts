import { aboutOf } from "@/domain/reports/change-form";
import type { ReportFormValues } from "@/domain/reports/new-service-form";

/**
 * The page on which a report about an entry goes on that is kept under an id; null for a form that is about none.
 * @param slug the entry's name in addresses.
 */
export function changePath(form: ReportFormValues, slug: string, kept: string): string | null {
  const asked = aboutOf(form);
  if (!asked) return null;
  const query = new URLSearchParams({ [asked.about.type]: slug, question: asked.question });
  if (form.field) query.set("field", form.field);
  if (form.lineId) query.set("lineId", form.lineId);
  query.set("kept", kept);
  return `/reports/change?${query}`;
}
