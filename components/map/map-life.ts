import type { Spot } from "@/domain/map/group-pins";
import type { OutlineOf } from "./fetch-outline";
import { whenInView } from "./in-view";
import { connectListButtons } from "./list-buttons";
import { assertCanDraw, watchLoading } from "./loading-limits";
import type { Bounds } from "./map-handle";
import type { MapSession } from "./map-session";
import type { MapStrings } from "./map-strings";
import { onPageUrlChange, readPageUrl, writePageUrl } from "./page-url";

export type MapPhase = "waiting" | "loading" | "ready" | "failed";

/** What the card shows. `byReader` is false when it comes from the address, which must not move the focus. */
export type PinChoice = { spot: Spot; slug: string; byReader: boolean };

export type ServiceMapSettings = {
  dataUrl: string;
  outline?: OutlineOf;
  initialBounds?: Bounds;
  listId: string;
  strings: MapStrings;
};

type Listeners = { onPhase: (phase: MapPhase) => void; onChoice: (choice: PinChoice | null) => void };

/**
 * One map on one page, from before it is seen until the page leaves: keeps the drawn map, the address bar, the list's
 * buttons and the card in step. Knows neither React nor a map library.
 */
export class MapLife {
  private session: MapSession | null = null;
  private started = false;
  private chosenInList: string | null = null;
  private shown: string | null = null;
  private readonly leaving = new AbortController();
  private readonly endings: (() => void)[];

  constructor(
    private readonly element: HTMLElement,
    private readonly settings: ServiceMapSettings,
    private readonly listeners: Listeners,
  ) {
    const list = document.getElementById(settings.listId);
    this.endings = [
      whenInView(element, () => void this.start()),
      onPageUrlChange(({ service, view }) => {
        if (view) this.session?.show(view);
        // A fragment of the page's own, such as a link to the list, leaves the map as it is.
        if (service !== this.shown) this.show(service, { byReader: false, reveal: view === null });
      }),
      list ? connectListButtons(list, (slug) => this.showFromList(slug)) : () => undefined,
    ];
  }

  /** Takes the card and the ring away. */
  close(): void {
    this.choose(null, null, true);
  }

  chooseCentre(): void {
    void this.session?.chooseCentre();
  }

  end(): void {
    this.leaving.abort();
    this.letGo();
    this.session?.remove();
    this.session = null;
  }

  private async start(): Promise<void> {
    if (this.started) return;
    this.started = true;
    this.listeners.onPhase("loading");
    const giveUp = watchLoading(this.leaving.signal);
    try {
      assertCanDraw();
      this.session = await Promise.race([this.load(giveUp.signal), giveUp.rejection]);
      this.listeners.onPhase("ready");
      const { service, view } = readPageUrl();
      const byReader = this.chosenInList !== null;
      if (service) this.show(service, { byReader, reveal: byReader || view === null });
    } catch (reason) {
      if (this.leaving.signal.aborted) return;
      console.warn("The map could not be drawn.", reason);
      this.letGo();
      this.listeners.onPhase("failed");
    } finally {
      giveUp.done();
    }
  }

  private async load(signal: AbortSignal): Promise<MapSession> {
    // In a chunk of its own, so that a page whose map is never reached downloads none of it.
    const { startMapSession } = await import("./map-session");
    const { dataUrl, outline, initialBounds, strings } = this.settings;
    return startMapSession({
      container: this.element,
      dataUrl,
      outline: outline ?? null,
      initialBounds: initialBounds ?? null,
      view: readPageUrl().view,
      texts: strings,
      animate: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      signal,
      onChoose: (spot) => this.choose(spot, null, true),
      onView: (view) => writePageUrl({ view }),
    });
  }

  private showFromList(slug: string): void {
    this.element.scrollIntoView({ block: "center" });
    if (this.session) {
      this.show(slug, { byReader: true, reveal: true });
      return;
    }
    this.chosenInList = slug;
    writePageUrl({ service: slug });
    void this.start();
  }

  private show(slug: string | null, how: { byReader: boolean; reveal: boolean }): void {
    const spot = slug === null ? null : (this.session?.findSpot(slug) ?? null);
    this.choose(spot, slug, how.byReader);
    if (spot && how.reveal) this.session?.reveal(spot);
  }

  private choose(spot: Spot | null, slug: string | null, byReader: boolean): void {
    this.shown = (spot && (slug ?? spot.pins[0]?.slug)) ?? null;
    this.session?.mark(spot);
    this.listeners.onChoice(spot && this.shown ? { spot, slug: this.shown, byReader } : null);
    if (byReader) writePageUrl({ service: this.shown });
  }

  private letGo(): void {
    for (const end of this.endings.splice(0)) end();
  }
}
