import { useEffect, useRef, useState } from "react";
import { detailed, type FieldProblem } from "@/domain/field-problem";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { formatPostcode, isWholePostcode } from "@/domain/reports/postcode-text";

/** Long enough that a date that is half typed is left in peace. */
const PAUSE_MS = 900;
const POSTCODES: ReadonlySet<string> = new Set(["postcode", "find"]);

/** What is wrong with a text that is being typed into a kind of form, of all that stands on the page; today is ISO. */
export type ProblemWhileTyped = (form: ReportFormValues, field: string, today: string) => FieldProblem | null;

/** What is wrong with a field as it stands, null where nothing is, and the answer to the form that stood there then. */
type Found = Readonly<Record<string, { problem: FieldProblem | null; answer: unknown }>>;

/**
 * What is wrong with a form of a report while it is typed: a date that cannot be, a title of one letter, a postcode that does not
 * exist (asked of the file of its district, so that nobody learns more than that). The server asks the same when it is sent.
 * @param today ISO
 * @param answer the last answer to the form: what it says of a field counts until that is typed into again
 */
export function useTypedProblems(
  problemWhileTyped: ProblemWhileTyped,
  today: string,
  answer: unknown,
): {
  problemOf: (field: string, sent: FieldProblem | undefined) => FieldProblem | undefined;
  /** The field that is questioned, for those who hear the page. */
  last: string | undefined;
  look: (field: EventTarget, movedTo?: EventTarget | null) => void;
} {
  const [found, setFound] = useState<Found>({});
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  async function ask(field: HTMLInputElement | HTMLTextAreaElement, form: HTMLFormElement) {
    const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const isPostcode = POSTCODES.has(field.name) && isWholePostcode(field.value);
    const text = field.value;
    const problem = isPostcode
      ? await problemOfTypedPostcode(text)
      : problemWhileTyped(typed, field.name, today);
    if (field.value !== text) return; // typed on meanwhile
    setFound((before) => {
      const known = before[field.name];
      if (!problem && !known?.problem) return before;
      return { ...before, [field.name]: { problem, answer } };
    });
  }

  const last = Object.keys(found).findLast((field) => found[field]?.problem);
  return {
    problemOf: (field, sent) => {
      const known = found[field];
      if (known?.problem) return known.problem;
      return known && known.answer === answer ? undefined : sent;
    },
    last,
    look: (field, movedTo) => {
      clearTimeout(waiting.current);
      const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      if (!isText || !field.form || field.name === "") return;
      const { form } = field;
      // A sentence that comes or goes moves the button under the finger that presses it, so only the next field is a sign to look at once.
      const isNextField = movedTo instanceof HTMLElement && !(movedTo instanceof HTMLButtonElement);
      if (isNextField) void ask(field, form);
      else waiting.current = setTimeout(() => void ask(field, form), PAUSE_MS);
    },
  };
}

async function problemOfTypedPostcode(text: string): Promise<FieldProblem | null> {
  const [outcode = "", inward = ""] = formatPostcode(text).split(" ");
  // Fetched when the first postcode is typed: most pages of the form never need it.
  const [{ postcodesInShards }, { loadFile }] = await Promise.all([
    import("@/domain/look-up/postcodes-in-shards"),
    import("@/components/look-up/ask-server"),
  ]);
  const unit = await postcodesInShards(loadFile).findUnit(outcode, inward);
  if (unit?.status !== "unknown" && unit?.status !== "ended") return null;
  const code = `postcode-${unit.status}`;
  return unit.nearest.length > 0 ? detailed(`${code}-near`, { detail: unit.nearest.join(", ") }) : code;
}
