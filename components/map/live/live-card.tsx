import { useEffect, useRef } from "react";
import type { PinDetails } from "@/domain/map/map-files";
import { fill } from "./live-words";
import { type LineSettings, ServiceLine } from "./service-line";

/** What is at the chosen point: a card at the side, on a phone a sheet over the lower half, which leaves the pin free. */
export function LiveCard({
  pins,
  takesFocus,
  settings,
  onClose,
}: {
  pins: readonly PinDetails[];
  takesFocus: boolean;
  settings: LineSettings;
  onClose: () => void;
}) {
  const card = useRef<HTMLElement>(null);
  const slug = pins[0]?.slug;
  useEffect(() => {
    if (takesFocus && slug) card.current?.focus({ preventScroll: true });
  }, [takesFocus, slug]);
  const { words } = settings;
  return (
    <section ref={card} className="service-map-card" tabIndex={-1} aria-label={pins[0]?.place}>
      <button type="button" className="service-map-close" onClick={onClose} aria-label={words.close}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" fill="none" />
        </svg>
      </button>
      {pins.length > 1 ? (
        <p className="service-map-note">{fill(words.here, { count: pins.length })}</p>
      ) : null}
      <ul className="service-map-services">
        {pins.map((pin) => (
          <li key={pin.slug}>
            <ServiceLine pin={pin} settings={settings} />
          </li>
        ))}
      </ul>
    </section>
  );
}
