import { CHANGE_FIELDS, type ChangeQuestion } from "@/domain/reports/change-form";
import {
  FORM_SOURCES,
  filledSources,
  pickFields,
  type ReportFormValues,
  SOURCE_PARTS,
  sourceField,
} from "@/domain/reports/new-service-form";

/**
 * The form about an entry, filled in from a report of a new service that turned out to be of that entry. It has room for one source; what
 * was written of others goes into the note, so that nothing is typed twice.
 */
export function changeFromDraft(draft: ReportFormValues, question: ChangeQuestion): ReportFormValues {
  const source = SOURCE_PARTS.map((part) => sourceField(0, part));
  const form = pickFields(draft, [...CHANGE_FIELDS[question], ...(question === "same-as" ? [] : source)]);
  if (CHANGE_FIELDS[question].includes("on") && draft.startedOn) form.on = draft.startedOn;
  const further = filledSources(draft)
    .filter((index) => index > 0 && index < FORM_SOURCES)
    .map((index) => SOURCE_PARTS.slice(1).map((part) => draft[sourceField(index, part)] ?? ""));
  const note = [draft.note ?? "", ...further.map((parts) => parts.filter(Boolean).join(", "))];
  return { ...form, note: note.filter(Boolean).join("\n\n") };
}
