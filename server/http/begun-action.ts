import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Whether one of our actions got to see a form. A body that cannot be read (cut off, no form, an id that no action has) fails inside
 * Next before that, with the status of a fault of ours; the front server says that it is the sender's. Kept on `globalThis`, since Next
 * bundles this module more than once.
 */
const key = Symbol.for("nhs-map.begun-action");
const shared = globalThis as unknown as Record<symbol, AsyncLocalStorage<{ begun: boolean }> | undefined>;
shared[key] ??= new AsyncLocalStorage();
const forms = shared[key];

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
