import { dateInWords } from "@/domain/dates/in-words";
import type { Locale } from "@/domain/language/locale";
import type { PinDetails } from "@/domain/map/map-files";
import { type CardWriting, type FrameWords, fill } from "./live-words";

/** What lines and cards share: words, and where a service's page is. */
export type LineSettings = CardWriting & {
  locale: Locale;
  /** `/reports`, `/cy/reports`; null where nothing is reported from, as in a frame on somebody else's page. */
  reportsPath: string | null;
  /** `/services`, `/cy/services`, `/counting/charity/services`. */
  servicePath: string;
};

/** The same without what comes once a map is drawn: on a page of something else every byte is sent to all who read it. */
export type FrameSettings = Omit<LineSettings, keyof CardWriting> & { words: FrameWords };

export function isWhole(settings: LineSettings | FrameSettings): settings is LineSettings {
  return "care" in settings;
}

/** One service, in the list and on a card alike: who, since when, says who, last confirmed, exact or not. */
export function ServiceLine({ pin, settings }: { pin: PinDetails; settings: LineSettings }) {
  const { words, locale, care, servicePath } = settings;
  const date = (text: string) => dateInWords(text, locale);
  const place = pin.place.includes(pin.town) || !pin.town ? pin.place : `${pin.place}, ${pin.town}`;
  const status = {
    operating: pin.mayHaveEnded ? words.mayHaveEnded : null,
    planned: words.planned,
    "no-longer-listed": words.noLongerListed,
    "little-activity": words.littleActivity,
    ended: words.ended,
  }[pin.status];
  return (
    <>
      <a className="map-line-name" href={`${servicePath}/${pin.slug}`}>
        {pin.name}
      </a>
      <p>
        {care[pin.category] ?? pin.category} · {place}
      </p>
      <p className="map-line-who">{fill(words.runBy, { name: pin.runBy })}</p>
      <p className="map-line-facts">
        {pin.startedOn ? fill(words.startedOn, { date: date(pin.startedOn) }) : words.startUnknown}
        {pin.publisher
          ? ` · ${fill(pin.isWorkedOut ? words.workedOut : words.source, { publisher: pin.publisher })}`
          : null}
        {" · "}
        {pin.lastConfirmedOn
          ? fill(words.confirmed, { date: date(pin.lastConfirmedOn.slice(0, 7)) })
          : words.neverConfirmed}
        {" · "}
        {pin.approximate ? words.approximatePlace : words.exactPlace}
      </p>
      {status ? <p className="map-line-facts">{status}</p> : null}
      {pin.disputed ? <p className="map-line-facts">{words.disputed}</p> : null}
    </>
  );
}
