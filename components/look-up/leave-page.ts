import { useEffect, useEffectEvent } from "react";

/**
 * Goes to an address as a link would.
 * @returns true when that is the page we are on, so that nothing is loaded and whoever waits must stop waiting
 */
export function goTo(path: string): boolean {
  const { pathname, search } = window.location;
  const to = new URL(path, window.location.href);
  window.location.assign(to);
  return to.hash !== "" && to.pathname === pathname && to.search === search;
}

/** Calls back when a page that was left is shown again as it was, out of the browser's memory (the back button). */
export function usePageShown(shown: () => void): void {
  const onShown = useEffectEvent(shown);
  useEffect(() => {
    const listen = (event: PageTransitionEvent) => {
      if (event.persisted) onShown();
    };
    window.addEventListener("pageshow", listen);
    return () => window.removeEventListener("pageshow", listen);
  }, []);
}
