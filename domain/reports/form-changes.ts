import { isOneOf } from "@/domain/lists/is-one-of";
import type { ChangeValue } from "@/domain/reports/changed-fact";
import type { ReportFormValues } from "@/domain/reports/new-service-form";

/** One field of a report's form that says something else than before; null where it says nothing. */
export type FormChange = { field: string; before: ChangeValue | null; after: ChangeValue | null };

/** What a choice of a form is, by the last part of its field's name. */
const CHOICES = {
  category: "category",
  status: "status",
  naming: "naming",
  providerKind: "provider-kind",
  contractType: "contract-type",
  proof: "proof",
  mapped: "mapped",
} as const;
/** The same of a correction, by the fact that is corrected. */
const CORRECTED = {
  category: "category",
  status: "status",
  kind: "place-kind",
  "legal-form": "legal-form",
  "owner-class": "owner-class",
  registration: "registration",
  "contract-type": "contract-type",
  "contract-award-route": "award-route",
} as const;
const DATES = ["contractStartsOn", "contractEndsOn", "startedOn", "on", "checkedOn", "publishedOn"] as const;

/**
 * Field by field, what a form says that it did not say before, in the order of the later one. What is the id of a record is left out: its
 * name is there as well.
 */
export function changesBetween(before: ReportFormValues, after: ReportFormValues): FormChange[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return fields.flatMap((field) => {
    const [was = "", is = ""] = [before[field], after[field]];
    const isId = /(^|[a-z])Id$/.test(field) || (field === "proposed" && after.field === "serves-area");
    if (was === is || isId) return [];
    return [{ field, before: typedAs(field, was, before), after: typedAs(field, is, after) }];
  });
}

function typedAs(field: string, text: string, form: ReportFormValues): ChangeValue | null {
  if (text === "") return null;
  const part = field.split(".").at(-1) ?? "";
  if (part === "proposed") return correctedValue(form.field ?? "", text);
  if (isOneOf(DATES, part)) return { is: "date", date: text };
  if (field.startsWith("sources.") && part === "kind") return { is: "source-kind", key: text };
  const choice = new Map<string, (typeof CHOICES)[keyof typeof CHOICES]>(Object.entries(CHOICES)).get(part);
  return choice ? { is: choice, key: text } : { is: "text", text };
}

function correctedValue(fact: string, text: string): ChangeValue {
  if (fact.endsWith("-on")) return { is: "date", date: text };
  const choice = new Map<string, (typeof CORRECTED)[keyof typeof CORRECTED]>(Object.entries(CORRECTED)).get(
    fact,
  );
  return choice ? { is: choice, key: text } : { is: "text", text };
}
