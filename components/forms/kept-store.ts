import { isKeptItem, type KeptText, keptItemName, readKeptText } from "@/domain/forms/kept-text";

/** The browser's own storage; undefined where it is forbidden, and then nothing is kept. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What this owner typed into the form of this name, if it is still fresh. What has run out, of anybody, is dropped. */
export function loadKept(owner: string, name: string): KeptText | null {
  const store = storage();
  if (!store) return null;
  for (const item of Object.keys(store))
    if (isKeptItem(item) && !readKeptText(store.getItem(item), Date.now())) store.removeItem(item);
  return readKeptText(store.getItem(keptItemName(owner, name)), Date.now());
}

export function saveKept(owner: string, name: string, kept: Omit<KeptText, "at">): void {
  try {
    storage()?.setItem(keptItemName(owner, name), JSON.stringify({ ...kept, at: Date.now() }));
  } catch {
    // Full: the form itself still holds what was typed.
  }
}

export function dropKept(owner: string, name: string): void {
  storage()?.removeItem(keptItemName(owner, name));
}

/** At sign-out: the next person at this computer finds nothing. */
export function dropAllKept(): void {
  const store = storage();
  for (const item of Object.keys(store ?? {})) if (isKeptItem(item)) store?.removeItem(item);
}
