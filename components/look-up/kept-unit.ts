import { useMemo, useSyncExternalStore } from "react";
import { type FoundUnit, readFoundUnit } from "@/domain/look-up/found-unit";

/**
 * What was found of a postcode, for the page that it leads to: kept by the browser until the tab is closed, so that Back
 * and reloading lead to the same answer. Never the postcode itself.
 */
const key = (outcode: string) => `near ${outcode}`;

/** @returns false where the browser keeps nothing. */
export function keepUnit(unit: FoundUnit): boolean {
  try {
    window.sessionStorage.setItem(key(unit.outcode), JSON.stringify(unit));
    return true;
  } catch {
    return false;
  }
}

/** What was kept for a district; null on the server, and while the page takes over the server's markup. */
export function useKeptUnit(outcode: string): FoundUnit | null {
  const text = useSyncExternalStore(
    () => () => undefined,
    () => read(outcode),
    () => null,
  );
  return useMemo(() => readFoundUnit(text, outcode), [text, outcode]);
}

function read(outcode: string): string | null {
  try {
    return window.sessionStorage.getItem(key(outcode));
  } catch {
    return null;
  }
}
