import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "@/db/process-wide";

/**
 * Whether one of our actions got to see a form. A body that cannot be read (cut off, no form, an id that no action has) fails inside
 * Next before that, with the status of a fault of ours; the front server says that it is the sender's.
 */
const forms = processWide("begun-action", () => new AsyncLocalStorage<{ begun: boolean }>());

/** Said by server/action.ts as soon as it has a form. */
export function noteActionBegun(): void {
  const form = forms.getStore();
  if (form) form.begun = true;
}

/** Runs `work` and tells it how to ask whether an action has begun within. */
export function watchingActions<T>(work: (hasBegun: () => boolean) => T): T {
  const form = { begun: false };
  return forms.run(form, () => work(() => form.begun));
}

/** Whether the page that is being made answers a form: it must not send whoever wrote it away from what was typed. */
export function hasActionBegun(): boolean {
  return forms.getStore()?.begun ?? false;
}
