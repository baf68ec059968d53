import type { FoundFact } from "@/domain/link-answer";
import { aboutOf, fieldsOfChange } from "@/domain/reports/change-form";
import { FORM_FIELDS, FORM_SOURCES, SOURCE_PARTS, sourceField } from "@/domain/reports/new-service-form";

/** What a button of a source sends as its intent, before the number of the source. */
export const LOOK_AT_LINK = "look-at-link.";
export const USE_FOUND = "use-found.";
/** The name of the tick box of a found fact, before its field. */
export const FOUND = "found.";

/** Which source a button was for; undefined where the intent is another. */
export function sourceOfIntent(intent: unknown, kind: string): number | undefined {
  if (typeof intent !== "string" || !intent.startsWith(kind)) return undefined;
  const index = Number(intent.slice(kind.length));
  return Number.isInteger(index) && index >= 0 && index < FORM_SOURCES ? index : undefined;
}

/** What a page can tell, by what it is called in a source or in a report of a new service. */
export type PageFacts = Partial<
  Record<
    | "kind"
    | "title"
    | "publisher"
    | "publishedOn"
    | "placeName"
    | "addressLines"
    | "town"
    | "postcode"
    | "providerName"
    | "commissionerName"
    | "startedOn",
    string
  >
>;

/**
 * The facts as fields of the form that was sent, in its order, without what it has no field for or has already. In a form about an entry
 * only its source, and who runs it and since when where it asks for a new provider.
 */
export function foundFields(
  facts: PageFacts,
  form: Readonly<Record<string, unknown>>,
  index: number,
): FoundFact[] {
  const asked = aboutOf(form);
  const allowed: readonly string[] = asked ? fieldsOfChange(asked.question) : FORM_FIELDS;
  return Object.entries(facts).flatMap(([name, value]) => {
    const source = SOURCE_PARTS.find((part) => part === name);
    const field = source ? sourceField(index, source) : fieldOf(name, asked?.question);
    const typed = form[field];
    const before = typeof typed === "string" ? typed.trim() : "";
    return value !== "" && allowed.includes(field) && before !== value ? [{ field, value, before }] : [];
  });
}

function fieldOf(name: string, question: string | undefined): string {
  return question === "new-provider" && name === "startedOn" ? "on" : name;
}

/** What was ticked of what had been found, as it goes into the form; other fields of the form cannot be written so. */
export function acceptedFacts(form: Readonly<Record<string, unknown>>): Record<string, string> {
  const asked = aboutOf(form);
  const allowed: readonly string[] = asked ? fieldsOfChange(asked.question) : FORM_FIELDS;
  const filled: Record<string, string> = {};
  for (const field of allowed) {
    const value = field === "licence" ? undefined : form[FOUND + field];
    if (typeof value === "string") filled[field] = value;
  }
  // A name that a source gives is a name: "not named" would leave it out.
  if (filled.providerName && form.naming !== undefined) filled.naming = "named";
  return filled;
}
