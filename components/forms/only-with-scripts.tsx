"use client";

import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Draws what is within only where scripts run: without them, the page has another way to do the same. */
export function OnlyWithScripts({ children }: { children: ReactNode }) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return hasScripts ? children : null;
}
