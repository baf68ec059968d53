import { startLiveSession } from "@/components/map/live/live-session";
import { NO_FILTER } from "@/domain/map/map-filter";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { benchFrame, benchView, drawnNow, texts } from "./page-shared";

/** The product's own map, with all its files; `?none` filters every pin away. */
const filter = location.search.includes("none") ? { ...NO_FILTER, care: ["hearing" as const] } : NO_FILTER;
await startLiveSession({
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
