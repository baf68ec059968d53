import { isKeptItem, type KeptText, keptItemName, readKeptText } from "@/domain/forms/kept-text";

/** The browser's own storage; undefined where it is forbidden, and then nothing is kept. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What was typed into the form of this name, if it is still fresh. What has run out, of any form, is dropped. */
export function loadKept(name: string): KeptText | null {
  const store = storage();
  if (!store) return null;
  for (const item of Object.keys(store))
    if (isKeptItem(item) && !readKeptText(store.getItem(item), Date.now())) store.removeItem(item);
  return readKeptText(store.getItem(keptItemName(name)), Date.now());
}

export function saveKept(name: string, kept: Omit<KeptText, "at">): void {
  try {
    storage()?.setItem(keptItemName(name), JSON.stringify({ ...kept, at: Date.now() }));
  } catch {
    // Full: the form itself still holds what was typed.
  }
}

export function dropKept(name: string): void {
  storage()?.removeItem(keptItemName(name));
}

/** At sign-out: the next person at this computer finds nothing. */
export function dropAllKept(): void {
  const store = storage();
  for (const item of Object.keys(store ?? {})) if (isKeptItem(item)) store?.removeItem(item);
}
