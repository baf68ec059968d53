import type { ErrorCode } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import type { LinkAnswer } from "@/domain/link-answer";

/** What a server action tells a form (`server/action.ts` makes it), in the words of the domain's errors. */

/** What was typed, by field; a field sent more than once is a list. */
export type ActionValues = Record<string, string | string[]>;

export type ActionFailure = {
  ok: false;
  /** Chooses the words. The last two are the browser's own: no answer came, or the page is older than the site. */
  code: ErrorCode | "unexpected" | "unreachable" | "outdated";
  /** What is wrong with which field of the form. Filled for "invalid". */
  fields: Record<string, FieldProblem>;
  /** Why: the refusal of a policy ("own-report", "sign-in"), or what someone else did first. */
  reason: string | null;
  /** Who was first, for "conflict": a handle of four letters, or null for a job of ours. */
  by: string | null;
  /** Seconds, for "too-many". */
  retryAfter: number | null;
  /** To fill the form again, so that nothing typed is lost; without secrets and files. */
  values: ActionValues;
  /** What was found at a link; for "returned". */
  link?: LinkAnswer | null;
};

/** What is wrong with a form that was not sent just now, such as one that somebody is brought back to; null where nothing is. */
export function failureOfFields(fields: ActionFailure["fields"]): ActionFailure | null {
  if (Object.keys(fields).length === 0) return null;
  return { ok: false, code: "invalid", fields, reason: null, by: null, retryAfter: null, values: {} };
}

export type ActionResult<T = void> = { ok: true; data: T } | ActionFailure;

/** State for `useActionState`: null before anything was sent. */
export type ActionState<T = void> = ActionResult<T> | null;

/** What was typed into a field last time, for its `defaultValue`; `otherwise` before anything was sent. */
export function typedValue(state: ActionState<unknown>, field: string, otherwise = ""): string {
  if (!state || state.ok) return otherwise;
  const value = state.values[field];
  return (Array.isArray(value) ? value[0] : value) ?? otherwise;
}
