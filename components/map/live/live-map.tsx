"use client";

import "../service-map.css";
import "../map-media.css";
import "./live-map.css";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import type { MapOutlines, MapPosition } from "@/domain/map/map-address";
import type { PinDetails } from "@/domain/map/map-files";
import type { MapFilter } from "@/domain/map/map-filter";
import type { ChoiceCounts } from "@/domain/map/mask-pins";
import type { Point } from "@/domain/places/distance";
import type { Definition } from "@/domain/providers/legal-form";
import { whenInView } from "../in-view";
import { assertCanDraw, watchLoading } from "../loading-limits";
import type { Bounds, MapTexts } from "../map-handle";
import { LiveCard } from "./live-card";
import type { LiveSession, PageArea } from "./live-session";
import { countWords } from "./live-words";
import { readAnew } from "./map-has-changed";
import { sayAfterRest } from "./say-after-rest";
import { type FrameSettings, isWhole, type LineSettings } from "./service-line";

export type LiveMapProps = {
  definition: Definition;
  filter: MapFilter;
  area?: PageArea | null;
  /** Where the map begins. */
  view?: MapPosition | null;
  /** What it begins with without a `view`: a box, or all that is shown; else the whole country. */
  begins?: Bounds | "shown" | undefined;
  /** Slug of the service whose card is open. */
  service?: string | null;
  /** The service that the reader last asked for in a list beside the map: brought close, and its card takes the focus. */
  asked?: { slug: string } | null;
  outlines?: MapOutlines | null;
  /** Where the reader is, which only this browser knows: ringed. */
  here?: Point | null;
  texts: MapTexts;
  /** Without what a card is written with, that is asked for as the map is drawn. */
  settings: LineSettings | FrameSettings;
  /** Where the list is that has the same services. */
  listHref: string;
  /** Id of what says how keys move the map. */
  helpId?: string;
  isMain?: boolean;
  /** The reader opened a card, or (null) closed it. */
  onChoose?: (slug: string | null) => void;
  onView?: (view: MapPosition, session: LiveSession) => void;
  onFiltered?: (left: { shown: number; counts: ChoiceCounts }, session: LiveSession) => void;
  /** The map could not be drawn. */
  onFailed?: () => void;
};

const NIGHT = "(prefers-color-scheme: dark)";
const nightNow = () => window.matchMedia(NIGHT).matches;
function onNight(changed: () => void): () => void {
  const query = window.matchMedia(NIGHT);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

type Open = {
  row: number;
  pins: PinDetails[];
  written: LineSettings;
  takesFocus: boolean;
  move: "close" | "clear";
};

/** A row and those at the same point. What the filters leave out is shown all the same where a link asks for it. */
function fromRow(live: LiveSession, row: number): number[] {
  return [row, ...live.together(row).filter((other) => other !== row)];
}

/**
 * The map of the files: marks made of runs of rows, filtered at once. What surrounds it (an address, a list, a form) keeps
 * `filter`, `view` and `service`, and hears of what the reader does.
 */
export function LiveMap(props: LiveMapProps) {
  const { filter, view = null, service = null, settings, listHref } = props;
  const { words } = settings;
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<LiveSession | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const [phase, setPhase] = useState<"waiting" | "loading" | "ready" | "failed">("waiting");
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState("");
  /** Where the reader came to: a map that is drawn anew, since night has fallen, begins there. */
  const last = useRef<MapPosition | null>(null);
  const isNight = useSyncExternalStore(onNight, nightNow, () => false);

  function writtenWith(): LineSettings | undefined {
    if (isWhole(settings)) return settings;
    const card = session.current?.card;
    return card && { ...settings, ...card };
  }

  async function choose(rows: readonly number[] | null, how: { move?: "close" | "clear"; focus: boolean }) {
    const live = session.current;
    const row = rows?.[0];
    if (!live || row === undefined) {
      live?.mark(null);
      setOpen(null);
      if (open) props.onChoose?.(null);
      return;
    }
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && !focused.closest(".service-map-card")) before.current = focused;
    live.mark(row);
    const pins = await live.details(rows ?? []);
    const written = writtenWith();
    if (written) setOpen({ row, pins, written, takesFocus: how.focus, move: how.move ?? "clear" });
    if (pins[0] && !pins.some(({ slug }) => slug === service)) props.onChoose?.(pins[0].slug);
  }

  const chosen = useEffectEvent((rows: readonly number[] | null) => {
    choose(rows, { move: "clear", focus: true }).catch(readAnew);
  });
  const rested = useEffectEvent((at: MapPosition) => {
    last.current = at;
    if (session.current) props.onView?.(at, session.current);
    inView.moved();
  });
  const inViewNow = useEffectEvent(() => {
    const count = session.current?.inView().length ?? 0;
    const written = writtenWith()?.words;
    if (!written) return null;
    return count === 0 ? written.noneInView : countWords(count, written.inView1, written.inView);
  });
  // Once, for as long as the map is there.
  const [inView] = useState(() => sayAfterRest(() => inViewNow(), setSaid));

  const start = useEffectEvent(async (element: HTMLElement, leaving: AbortSignal) => {
    setPhase("loading");
    const giveUp = watchLoading(leaving);
    try {
      assertCanDraw();
      const { startLiveSession } = await import("./live-session");
      const { definition, texts, isMain = false } = props;
      const animate = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      const made = startLiveSession({
        container: element,
        definition,
        filter,
        area: props.area ?? null,
        view: last.current ?? view,
        begins: props.begins,
        texts,
        animate,
        isMain,
        cardIn: isWhole(settings) ? undefined : settings.locale,
        signal: giveUp.signal,
        onChoose: chosen,
        onView: rested,
      });
      const live = await Promise.race([made, giveUp.rejection]);
      if (leaving.aborted) return live.remove();
      session.current = live;
      setPhase("ready");
      if (props.helpId) element.querySelector("canvas")?.setAttribute("aria-describedby", props.helpId);
      live.ring(props.here ?? null);
      draw();
      await filtered();
      await (props.asked ? showAsked() : follow(view === null));
    } catch (reason) {
      if (leaving.aborted) return;
      console.warn("The map could not be drawn.", reason);
      setPhase("failed");
      props.onFailed?.();
    } finally {
      giveUp.done();
    }
  });
  const draw = useEffectEvent(() => {
    // The map is still a map without them.
    const missing = (reason: unknown) => console.warn("The outlines could not be drawn.", reason);
    session.current?.setOutlines(props.outlines ?? null).catch(missing);
  });
  const filtered = useEffectEvent(async () => {
    const live = session.current;
    if (!live) return;
    const left = await live.setFilter(filter);
    props.onFiltered?.(left, live);
    inView.moved();
  });
  /** Opens or closes the card as the address says. */
  const follow = useEffectEvent(async (comesClose: boolean) => {
    const live = session.current;
    if (!live || (open?.pins.some(({ slug }) => slug === service) ?? service === null)) return;
    const row = service === null ? null : await live.rowOf(service);
    if (row === null) {
      live.mark(null);
      setOpen(null);
      return;
    }
    await choose(fromRow(live, row), { move: comesClose ? "close" : "clear", focus: false });
  });
  const showAsked = useEffectEvent(async () => {
    const live = session.current;
    if (!live || !props.asked) return;
    const row = await live.rowOf(props.asked.slug);
    if (row !== null) await choose(fromRow(live, row), { move: "close", focus: true });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: by night it is another drawing.
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const leaving = new AbortController();
    const stop = whenInView(element, () => void start(element, leaving.signal));
    return () => {
      leaving.abort();
      stop();
      inView.stop();
      session.current?.remove();
      session.current = null;
    };
  }, [isNight]);
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another key.
  useEffect(() => void filtered().catch(readAnew), [key]);
  const { here = null, outlines = null } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is other lines.
  useEffect(() => draw(), [outlines]);
  useEffect(() => session.current?.ring(here), [here]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another service is another card.
  useEffect(() => void follow(true).catch(readAnew), [service]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every time that it is asked for.
  useEffect(() => void showAsked().catch(readAnew), [props.asked]);

  function close() {
    const hadFocus = document.activeElement?.closest(".service-map-card") !== null;
    void choose(null, { focus: false });
    if (hadFocus) before.current?.focus({ preventScroll: true });
  }
  function step(by: 1 | -1) {
    const row = session.current?.step(open?.row ?? null, by) ?? null;
    if (row === null || !session.current) return;
    choose(session.current.together(row), { move: "clear", focus: false }).catch(readAnew);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && open) close();
    if (event.key === "Enter" && event.target instanceof HTMLCanvasElement) session.current?.chooseCentre();
  }

  return (
    <div className="live-map">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the canvas and the card inside. */}
      <div className="service-map-frame" data-phase={phase} onKeyDown={onKeyDown}>
        <div ref={host} className="service-map-host" />
        <div className="service-map-cross" aria-hidden="true" />
        {phase === "ready" ? null : (
          <div className="service-map-message" role="status">
            <p>{phase === "failed" ? words.failed : phase === "loading" ? words.loading : words.waiting}</p>
            <a href={listHref}>{words.viewList}</a>
          </div>
        )}
        {open ? (
          <LiveCard
            pins={open.pins}
            takesFocus={open.takesFocus}
            settings={open.written}
            onClose={close}
            onCover={(covered) => {
              session.current?.reveal(open.row, open.move, covered);
              // Once it is there, another stop only keeps it free.
              open.move = "clear";
            }}
          />
        ) : null}
      </div>
      <div className="live-map-bar">
        <p role="status">{said}</p>
        <button type="button" onClick={() => step(-1)} disabled={phase !== "ready"}>
          {words.previous}
        </button>
        <button type="button" onClick={() => step(1)} disabled={phase !== "ready"}>
          {words.next}
        </button>
      </div>
    </div>
  );
}
