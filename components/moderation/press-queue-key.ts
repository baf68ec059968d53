import type { QueueKey } from "@/domain/reports/queue-keys";

/**
 * Does what a key is for: presses the button or link of that name, or chooses the decision and goes to what is needed for it. A decision is
 * sent by Enter on its own button, never by the key itself.
 * @returns false where the page has nothing for it.
 */
export function pressQueueKey(key: QueueKey, readyReason: string): boolean {
  switch (key) {
    case "approve":
      return (
        choose(key, (form) => {
          fillReason(form, readyReason);
          return form.querySelector("button:not([type=button])");
        }) || focus("#confirm-reason")
      );
    case "request-changes":
    case "reject":
      return choose(key, (form) => form.querySelector("#reason"));
    case "duplicate":
      return choose(key, (form) => form.querySelector("#sameAs"));
    case "message":
      return focus("#body, #message-body");
    case "down":
      return step(1);
    case "up":
      return step(-1);
    case "search":
      return openSearch();
    default:
      return press(`[data-key="${key}"]`);
  }
}

function press(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}

function focus(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null;
}

function choose(decision: string, then: (form: HTMLFormElement) => HTMLElement | null): boolean {
  const radio = document.querySelector<HTMLInputElement>(`input[name="decision"][value="${decision}"]`);
  if (!radio?.form) return false;
  radio.click();
  then(radio.form)?.focus();
  return true;
}

/** Only where nothing was written: whoever approves reads it on the way, and can write another. */
function fillReason(form: HTMLFormElement, reason: string): void {
  const box = form.querySelector<HTMLTextAreaElement>("#reason");
  if (box?.value.trim() !== "") return;
  box.value = reason;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** To the next or the last report of the list. */
function step(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>(".queue-item")];
  const at = items.findIndex((item) => item.matches(":focus"));
  const next = items[at === -1 ? (by === 1 ? 0 : items.length - 1) : at + by];
  next?.focus();
  return next !== undefined;
}

function openSearch(): boolean {
  const box = document.querySelector<HTMLElement>("#q");
  const folded = box?.closest("details");
  if (folded) folded.open = true;
  box?.focus();
  return box !== null;
}
