import { startLiveSession } from "@/components/map/live/live-session";
import { NO_FILTER } from "@/domain/map/map-filter";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { benchFrame, benchView, drawnNow, texts } from "./page-shared";

/**
 * The product's own map, with all its files; `?none` filters every pin away, `?page` lets the page decode and filter where else a worker
 * would.
 */
if (location.search.includes("page")) {
  const { Worker: Plain } = window;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      if (String(url).includes("table-worker")) throw new Error("The page does it.");
      super(url, options);
    }
  };
}
const filter = location.search.includes("none") ? { ...NO_FILTER, care: ["hearing" as const] } : NO_FILTER;
const session = await startLiveSession({
  container: benchFrame(),
  definition: DEFAULT_DEFINITION,
  filter,
  view: benchView,
  texts,
  animate: true,
  isMain: true,
  signal: new AbortController().signal,
  onChoose: () => undefined,
  onView: () => undefined,
});
await drawnNow();

await holdFor(() => session.setFilter({ ...NO_FILTER, care: ["eye-care"] }));

/** Does something, and tells how long it took and the longest time that the page could answer no finger meanwhile. */
async function holdFor(something: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  let [last, held, isOver] = [begun, 0, false];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    held = Math.max(held, performance.now() - last);
    last = performance.now();
    if (!isOver) port2.postMessage(null);
  };
  port2.postMessage(null);
  await something();
  isOver = true;
  held = Math.max(held, performance.now() - last);
  window.filtered = { took: performance.now() - begun, held };
}
