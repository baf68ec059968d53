import { useEffect, useRef } from "react";
import type { PinProperties } from "@/domain/map/pin";
import type { PinChoice } from "./map-life";
import type { MapStrings } from "./map-strings";

type Props = { choice: PinChoice; strings: MapStrings; onClose: () => void };

/** What is at the chosen point. Several services at one place stand in one card, the chosen one first. */
export function SpotCard({ choice, strings, onClose }: Props) {
  const { spot, slug, byReader } = choice;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (byReader && slug) card.current?.focus({ preventScroll: true });
  }, [byReader, slug]);

  const pins = spot.pins.toSorted((a, b) => Number(b.slug === slug) - Number(a.slug === slug));
  const place = pins[0]?.place ?? "";
  return (
    <section ref={card} className="service-map-card" tabIndex={-1} aria-label={place}>
      <button type="button" className="service-map-close" onClick={onClose} aria-label={strings.close}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" fill="none" />
        </svg>
      </button>
      <p className="service-map-place">{place}</p>
      {pins.length > 1 ? (
        <p className="service-map-note">{strings.servicesHere.replace("{count}", String(pins.length))}</p>
      ) : null}
      <ul className="service-map-services">
        {pins.map((pin) => (
          <li key={pin.slug} aria-current={pins.length > 1 && pin.slug === slug ? "true" : undefined}>
            <ServiceEntry pin={pin} strings={strings} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ServiceEntry({ pin, strings }: { pin: PinProperties; strings: MapStrings }) {
  const status = {
    operating: pin.mayHaveEnded ? strings.mayHaveEnded : null,
    planned: strings.planned,
    "no-longer-listed": strings.noLongerListed,
    "little-activity": strings.littleActivity,
    ended: strings.ended,
  }[pin.status];
  return (
    <>
      <a className="service-map-name" href={`${strings.servicePath}/${pin.slug}`}>
        {pin.name}
      </a>
      <p className="service-map-category">{pin.categoryLabel}</p>
      <dl className="service-map-facts">
        <dt>{strings.runBy}</dt>
        <dd>{pin.runBy}</dd>
      </dl>
      {status ? <p className="service-map-note">{status}</p> : null}
      {pin.disputed ? <p className="service-map-note">{strings.disputed}</p> : null}
      <p className="service-map-note">
        <a href={`${strings.complaintPath}/${pin.slug}`} aria-label={`${strings.wrong}: ${pin.name}`}>
          {strings.wrong}
        </a>
      </p>
      {pin.approximate ? <p className="service-map-note">{strings.approximate}</p> : null}
    </>
  );
}
