"use client";

import "./service-map.css";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { MapConfig } from "@/domain/map/map-config";
import { figuresAtZoom, pointOfPixel } from "@/domain/map/point-of-pixel";
import { loadEngine } from "./engine";
import { fetchJson } from "./geo-data";
import { UK_BOUNDS } from "./limits";
import { watchLoading } from "./loading-limits";
import type { MapHandle, MapTexts } from "./map-handle";

type Point = { lon: number; lat: number };
export type PinMapTexts = MapTexts & {
  /** Names the region. */
  label: string;
  loading: string;
  failed: string;
  help: string;
};

type Props = {
  texts: PinMapTexts;
  /** Where the map begins; null for the whole country. */
  start: (Point & { zoom: number }) | null;
  /** Where the pin stands, in the words of whoever typed it; null for nowhere yet. */
  point: Point | null;
  /** The pin was moved: degrees WGS84, with as many figures as the map was drawn at. */
  onPoint: (point: Point, figures: number) => void;
  /** Whose the ground is; drawn by the server. */
  credit: ReactNode;
};

/** Close enough that somebody finds a building. */
const CLOSE = 13.5;
/** Pixels that an arrow key moves the pin by; one with Shift. */
const STEP = 12;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A map with a pin in its middle: whoever drags the map, presses a place on it or uses the arrow keys moves the pin. Nothing of a map
 * library is asked for before it is drawn, and a page without scripts has the box for coordinates instead.
 */
export function PinMap({ texts, start, point, onPoint, credit }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapHandle | null>(null);
  const [phase, setPhase] = useState<"loading" | "ready" | "failed">("loading");
  const first = useRef({ texts, start, point });
  const told = useRef(point);
  const report = useRef(onPoint);
  report.current = onPoint;

  useEffect(() => {
    const leaving = new AbortController();
    const host = container.current;
    if (host)
      void draw(host, first.current, leaving.signal).then(
        (drawn) => {
          map.current = drawn;
          setPhase("ready");
          drawn.onMoveEnd(() => {
            const { lon, lat, zoom } = drawn.view();
            if (told.current && isSamePoint(told.current, { lon, lat })) return;
            told.current = { lon, lat };
            report.current({ lon, lat }, figuresAtZoom(zoom));
          });
          drawn.onClick(({ x, y }) => moveBy(drawn, x - host.clientWidth / 2, y - host.clientHeight / 2));
        },
        (reason) => {
          if (leaving.signal.aborted) return;
          console.warn("The map could not be drawn.", reason);
          setPhase("failed");
        },
      );
    return () => {
      leaving.abort();
      map.current?.remove();
      map.current = null;
    };
  }, []);

  const [lon, lat] = [point?.lon ?? null, point?.lat ?? null];
  useEffect(() => {
    if (phase !== "ready" || lon === null || lat === null || !map.current) return;
    if (told.current && isSamePoint(told.current, { lon, lat })) return;
    told.current = { lon, lat };
    map.current.move({ center: [lon, lat], zoom: Math.max(map.current.view().zoom, CLOSE) }, false);
  }, [phase, lon, lat]);

  // Before the library's own keys, which move by a hundred pixels.
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow || !map.current || !(event.target instanceof HTMLCanvasElement)) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? 1 : STEP;
    moveBy(map.current, arrow[0] * step, arrow[1] * step);
  };

  return (
    <section aria-label={texts.label} className="service-map-section noscript:hidden">
      <div className="service-map-frame pin-map-frame" data-phase={phase} onKeyDownCapture={onKeyDown}>
        <div ref={container} className="service-map-host" />
        {phase === "ready" ? (
          <svg aria-hidden="true" viewBox="0 0 24 34" className="pin-map-pin">
            <path d="M12 33C12 22 2 20 2 11a10 10 0 0 1 20 0c0 9-10 11-10 22Z" />
            <circle cx="12" cy="11" r="4" />
          </svg>
        ) : (
          <div className="service-map-message" role="status">
            <p>{phase === "failed" ? texts.failed : texts.loading}</p>
          </div>
        )}
      </div>
      <p className="service-map-help">{texts.help}</p>
      <p className="service-map-credit">{credit}</p>
    </section>
  );
}

async function draw(
  container: HTMLElement,
  { texts, start, point }: Pick<Props, "texts" | "start" | "point">,
  signal: AbortSignal,
): Promise<MapHandle> {
  const giveUp = watchLoading(signal);
  const load = async () => {
    const engine = await loadEngine((await fetchJson("/api/v1/map/config")) as MapConfig);
    giveUp.signal.throwIfAborted();
    const view = point ? { lon: point.lon, lat: point.lat, zoom: CLOSE } : start;
    const animate = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    return engine.createMap({
      container,
      bounds: UK_BOUNDS,
      view,
      texts,
      animate,
      isMain: true,
      signal: giveUp.signal,
    });
  };
  try {
    return await Promise.race([load(), giveUp.rejection]);
  } finally {
    giveUp.done();
  }
}

function moveBy(map: MapHandle, right: number, down: number): void {
  const { lon, lat } = pointOfPixel(map.view(), right, down);
  map.move({ center: [lon, lat] }, false);
}

function isSamePoint(one: Point, other: Point): boolean {
  return Math.abs(one.lon - other.lon) < 2e-5 && Math.abs(one.lat - other.lat) < 2e-5;
}
