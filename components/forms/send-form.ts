import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { ActionFailure, ActionState } from "@/domain/action-result";

/** A server action as a form takes it. */
export type FormAction = (state: ActionState<never>, form: FormData) => Promise<ActionState<never>>;

const SECONDS = 30;
/** A large file over a slow line. */
const FILE_SECONDS = 15 * 60;

/**
 * Sends a form, and turns whatever happens on the way into a state that the form can show: no network, no answer in
 * time, an answer that is none, a page older than the site. Thrown, it would replace the page and all that was typed.
 * @returns null when it was done; Next is then on its way to the next page.
 */
export async function sendForm(action: FormAction, form: FormData): Promise<ActionFailure | null> {
  giveActionsDeadlines();
  try {
    const state = await action(null, form);
    return state?.ok === false ? state : null;
  } catch (error) {
    // Next goes there by itself. Thrown on, it would also draw every other form of the page anew, empty.
    if (isRedirect(error)) return null;
    return failure(unstable_isUnrecognizedActionError(error) ? "outdated" : "unreachable");
  }
}

function isRedirect(error: unknown): boolean {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" && digest.startsWith("NEXT_REDIRECT");
}

function failure(code: ActionFailure["code"]): ActionFailure {
  return { ok: false, code, fields: {}, reason: null, by: null, retryAfter: null, values: {} };
}

let hasDeadlines = false;

/**
 * Next sends server actions one after the other with a fetch of its own that waits for ever, so that one lost on a train
 * would hold up every later one. It takes no signal; a browser's fetch does.
 */
function giveActionsDeadlines(): void {
  if (hasDeadlines || !("timeout" in AbortSignal)) return;
  hasDeadlines = true;
  const plainFetch = window.fetch.bind(window);
  window.fetch = (input, init) => {
    if (!init?.headers || !new Headers(init.headers).has("next-action")) return plainFetch(input, init);
    return plainFetch(input, { ...init, signal: AbortSignal.timeout(secondsFor(init.body) * 1000) });
  };
}

function secondsFor(body: BodyInit | null | undefined): number {
  const hasFile = body instanceof FormData && [...body.values()].some((value) => value instanceof File);
  return hasFile ? FILE_SECONDS : SECONDS;
}
