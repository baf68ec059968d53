import { dateInWords } from "@/domain/dates/in-words";
import type { NearService } from "@/domain/pages/near-page";
import { inMiles } from "@/domain/places/distance";
import { fill } from "../map/live/live-words";
import type { LineSettings } from "../map/live/service-line";

/** The words of the answer. `yours` and `middle` for one and for several, with {count}. */
export type NearWords = {
  yours: readonly [string, string];
  middle: readonly [string, string];
  device: readonly [string, string];
  deviceNote: string;
  hereDevice: string;
  /** As `boundary`, where a device said where it is. */
  boundaryDevice: string;
  yoursNote: string;
  yoursSentNote: string;
  middleNote: string;
  none: string;
  roughly: string;
  mile: string;
  /** With {miles}. */
  miles: string;
  /** With {distance}. */
  about: string;
  townOnly: string;
  mapLabel: string;
  fullMap: string;
  fullMapPath: string;
  here: string;
  areasYours: string;
  areas: string;
  boundary: string;
};

/** One of the nearest: how far, what it is, who runs it, and how we know. */
export function NearLine({
  service,
  metres,
  isRough,
  words,
  settings,
}: {
  service: NearService;
  metres: number;
  /** The distance is from the middle of a neighbourhood. */
  isRough: boolean;
  words: NearWords;
  settings: LineSettings;
}) {
  const { words: said, care, locale, servicePath } = settings;
  const { slug, name, category, place, town, runBy, publisher, lastConfirmedOn, status, approximate } =
    service;
  const miles = inMiles(metres);
  const exact = miles === 1 ? words.mile : fill(words.miles, { miles: miles.toFixed(1) });
  const distance = approximate || isRough ? fill(words.about, { distance: exact }) : exact;
  const where = place.includes(town) || !town ? place : `${place}, ${town}`;
  const facts = [
    publisher ? fill(said.source, { publisher }) : null,
    lastConfirmedOn
      ? fill(said.confirmed, { date: dateInWords(lastConfirmedOn.slice(0, 7), locale) })
      : said.neverConfirmed,
    approximate ? words.townOnly : null,
    status === "planned" ? said.planned : null,
  ];
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <a href={`${servicePath}/${slug}`} className="inline-block py-1 font-semibold">
          {name}
        </a>
        <span className="whitespace-nowrap font-semibold tabular-nums">{distance}</span>
      </p>
      <p>
        {fill(said.runBy, { name: runBy })} · {care[category] ?? category} · {where}
      </p>
      <p className="text-base text-ink-soft">{facts.filter((fact) => fact !== null).join(" · ")}</p>
    </>
  );
}
