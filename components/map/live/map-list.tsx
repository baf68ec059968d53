import type { PinDetails } from "@/domain/map/map-files";
import type { LiveWords } from "./live-words";
import { type LineSettings, ServiceLine } from "./service-line";

/** Links of the server's list to the pages before and after. */
export type PagesOfList = { text: string; label: string; previous: string | null; next: string | null };

/** The same services as the map, one under another. */
export function MapList({
  id,
  heading,
  rows,
  none,
  isComing,
  settings,
  pages,
  onMore,
  onShow,
}: {
  id: string;
  heading: string;
  rows: readonly PinDetails[];
  /** Said of an empty list, unless its rows are still on their way. */
  none: string;
  isComing: boolean;
  settings: LineSettings & { words: LiveWords };
  pages: PagesOfList | null;
  onMore: (() => void) | null;
  onShow: ((slug: string) => void) | null;
}) {
  const { words } = settings;
  return (
    <section id={id} tabIndex={-1} className="map-list" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="font-sans text-base">
        {heading}
      </h2>
      {rows.length === 0 && !isComing ? <p>{none}</p> : null}
      <ol>
        {rows.map((pin) => (
          <li key={pin.slug}>
            <ServiceLine pin={pin} settings={settings} />
            {onShow ? (
              <button
                type="button"
                aria-label={`${words.showOnMap}: ${pin.name}`}
                onClick={() => onShow(pin.slug)}
              >
                {words.showOnMap}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {onMore ? (
        <button type="button" onClick={onMore}>
          {words.more}
        </button>
      ) : null}
      {pages ? (
        <nav aria-label={pages.label} className="map-tabs-pages">
          <p>
            {pages.previous ? <a href={pages.previous}>{words.previousPage}</a> : null} {pages.text}{" "}
            {pages.next ? <a href={pages.next}>{words.nextPage}</a> : null}
          </p>
        </nav>
      ) : null}
    </section>
  );
}
