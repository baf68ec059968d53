"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { MapLife, type MapPhase, type PinChoice, type ServiceMapSettings } from "./map-life";
import { SpotCard } from "./spot-card";

/**
 * A map over a list that holds the same rows. In the server's markup it is a box with a sentence and a link to the
 * list; nothing of a map library is asked for until the box comes near the screen. Settings are read once.
 */
export function ServiceMap(settings: ServiceMapSettings & { helpId: string }) {
  const { strings, listId, helpId } = settings;
  const frame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const life = useRef<MapLife | null>(null);
  const focusBefore = useRef<HTMLElement | null>(null);
  const first = useRef(settings);
  const [phase, setPhase] = useState<MapPhase>("waiting");
  const [choice, setChoice] = useState<PinChoice | null>(null);

  useEffect(() => {
    if (!container.current) return;
    const current = new MapLife(container.current, first.current, {
      onPhase: setPhase,
      onChoice: (next) => {
        const focused = document.activeElement;
        // From card to card, the place to come back to stays the one before the first card.
        if (focused instanceof HTMLElement && !focused.closest(".service-map-card"))
          focusBefore.current = focused;
        setChoice(next);
      },
    });
    life.current = current;
    return () => current.end();
  }, []);

  useEffect(() => {
    if (phase !== "ready") return;
    const canvas = container.current?.querySelector("canvas");
    canvas?.setAttribute("aria-describedby", helpId);
  }, [phase, helpId]);

  function close(): void {
    const hadFocus = frame.current?.contains(document.activeElement) ?? false;
    life.current?.close();
    if (hadFocus) focusBefore.current?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && choice) close();
    if (event.key === "Enter" && event.target instanceof HTMLCanvasElement) life.current?.chooseCentre();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the canvas and the card inside.
    <div ref={frame} className="service-map-frame" data-phase={phase} onKeyDown={onKeyDown}>
      <div ref={container} className="service-map-host" />
      <div className="service-map-cross" aria-hidden="true" />
      {phase === "ready" ? null : (
        <div className="service-map-message" role="status">
          <p>
            {phase === "failed" ? strings.failed : phase === "loading" ? strings.loading : strings.waiting}
          </p>
          <a href={`#${listId}`}>{strings.toList}</a>
        </div>
      )}
      {choice ? <SpotCard choice={choice} strings={strings} onClose={close} /> : null}
    </div>
  );
}
