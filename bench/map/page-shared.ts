import type { MapTexts } from "@/components/map/map-handle";

declare global {
  interface Window {
    /** Milliseconds from the beginning of the page until its pins are drawn. */
    drawnAfter?: number;
    /** Milliseconds between the frames since then. */
    gaps?: number[];
    /** Milliseconds that a choice of filters took, and the longest of them in which the page could do nothing else. */
    filtered?: { took: number; held: number };
  }
}

export const benchView = { zoom: 6, lat: 53.2, lon: -1.8 };
const keys = ["title", "zoomIn", "zoomOut", "toggleAttribution", "scrollHelp", "scrollHelpMac", "touchHelp"];
export const texts = Object.fromEntries(keys.map((key) => [key, key])) as MapTexts;

export function benchFrame(): HTMLElement {
  const found = document.getElementById("map");
  if (!found) throw new Error("The page has no frame.");
  return found;
}

/** Two frames later what was asked for is on the screen. */
export async function drawnNow(): Promise<void> {
  for (let left = 2; left > 0; left--) await new Promise(requestAnimationFrame);
  window.drawnAfter = performance.now();
  window.gaps = [];
  let last = performance.now();
  const tick = (now: number) => {
    window.gaps?.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
