import { useEffect, useLayoutEffect, useRef } from "react";
import type { PinDetails } from "@/domain/map/map-files";
import { type Covered, STOPS, type Stop } from "./card-room";
import { fill } from "./live-words";
import { type LineSettings, ServiceLine } from "./service-line";
import { useSheet } from "./use-sheet";

/**
 * What is at the chosen point: a card at the side; on a narrow map a sheet at the foot with three stops, which is dragged by its head
 * or moved by its buttons. It says what it covers, so that the map can keep the pin free of it.
 */
export function LiveCard({
  pins,
  takesFocus,
  settings,
  onClose,
  onCover,
}: {
  pins: readonly PinDetails[];
  takesFocus: boolean;
  settings: LineSettings;
  onClose: () => void;
  onCover: (covered: Covered) => void;
}) {
  const card = useRef<HTMLElement>(null);
  const { stop, setStop, head, covered } = useSheet(card, onClose);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card or another stop covers something else.
  useLayoutEffect(() => onCover(covered()), [pins, stop]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who asks for the same card again is led to it again.
  useEffect(() => {
    if (takesFocus) card.current?.focus({ preventScroll: true });
  }, [takesFocus, pins]);
  const { words } = settings;
  return (
    <section
      ref={card}
      className="service-map-card"
      data-stop={stop}
      tabIndex={-1}
      aria-label={pins[0]?.place}
    >
      <div className="live-sheet-head" {...head}>
        <StopButton stop={stop} by={1} label={words.sheetMore} onStop={setStop}>
          <path d="M3 10.5l5-5 5 5" />
        </StopButton>
        <StopButton stop={stop} by={-1} label={words.sheetLess} onStop={setStop}>
          <path d="M3 5.5l5 5 5-5" />
        </StopButton>
        <button type="button" className="service-map-close" onClick={onClose} aria-label={words.close}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" fill="none" />
          </svg>
        </button>
      </div>
      <div className="live-sheet-body">
        {pins.length > 1 ? (
          <p className="service-map-note">{fill(words.here, { count: pins.length })}</p>
        ) : null}
        <ul className="service-map-services">
          {pins.map((pin) => (
            <li key={pin.slug}>
              <ServiceLine pin={pin} settings={settings} />
              {settings.reportsPath ? (
                <a
                  className="map-line-report"
                  href={`${settings.reportsPath}/change?${new URLSearchParams({ service: pin.slug })}`}
                  aria-label={`${words.reportPin}: ${pin.name}`}
                >
                  {words.reportPin}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Stays where it is at the last stop, so that the keyboard keeps its place. */
function StopButton({
  stop,
  by,
  label,
  onStop,
  children,
}: {
  stop: Stop;
  by: 1 | -1;
  label: string;
  onStop: (next: (stop: Stop) => Stop) => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className="service-map-close live-sheet-stop"
      aria-label={label}
      aria-disabled={STOPS[STOPS.indexOf(stop) + by] === undefined}
      // From where the sheet is by then: the second of two quick presses comes before the first is drawn.
      onClick={() => onStop((now) => STOPS[STOPS.indexOf(now) + by] ?? now)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <g stroke="currentColor" strokeWidth="1.8" fill="none">
          {children}
        </g>
      </svg>
    </button>
  );
}
