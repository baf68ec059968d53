import type { Challenge } from "altcha-lib/types";

const ASK_SECONDS = 10;
const WORK_SECONDS = 30;

/**
 * Works out what the server sets and adds it to a form that is sent without an account: about a second, which a person does not notice.
 * Browsers hash beside the page, so nothing stands still. Where it does not work (no network, or a page that is not on https), the form
 * goes without it, and the server offers another way.
 */
export async function addWork(form: FormData): Promise<void> {
  try {
    const asked = await fetch("/api/work", { signal: AbortSignal.timeout(ASK_SECONDS * 1000) });
    const challenge: Challenge = await asked.json();
    const [{ solveChallenge }, { deriveKey }] = await Promise.all([
      import("altcha-lib"),
      import("altcha-lib/algorithms/web/pbkdf2"),
    ]);
    const solution = await solveChallenge({ challenge, deriveKey, timeout: WORK_SECONDS * 1000 });
    if (solution) form.set("work", JSON.stringify({ challenge, solution }));
  } catch {
    form.delete("work");
  }
}
