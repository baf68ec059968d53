"use client";

import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { AreaKind } from "@/domain/areas/area";
import type { FoundUnit } from "@/domain/look-up/found-unit";
import type { MapPosition } from "@/domain/map/map-address";
import { NO_FILTER } from "@/domain/map/map-filter";
import { nearestServices } from "@/domain/map/nearest-services";
import type { NearService } from "@/domain/pages/near-page";
import type { Point } from "@/domain/places/distance";
import type { Definition } from "@/domain/providers/legal-form";
import { useKeptUnit } from "../look-up/kept-unit";
import { LiveMap } from "../map/live/live-map";
import type { LineSettings } from "../map/live/service-line";
import type { MapTexts } from "../map/map-handle";
import { NearLine, type NearWords } from "./near-line";

/** An area as the page says it, drawn by the server. */
export type AreaNode = { kind: AreaKind; slug: string; says: ReactNode };

export type NearAnswerProps = {
  outcode: string;
  /** Of a form that was posted without scripts; else the browser knows it, or there is none. */
  posted: FoundUnit | null;
  /** All that is near some postcode of the district. */
  services: readonly NearService[];
  middle: Point;
  view: MapPosition;
  definition: Definition;
  areas: readonly AreaNode[];
  words: NearWords;
  texts: MapTexts;
  settings: LineSettings;
};

/**
 * The nearest to a postcode that only this browser knows, out of all that the page has for its district; without one, to the
 * district's middle. Then the areas: the reader's own, or all of the district's.
 */
export function NearAnswer(props: NearAnswerProps) {
  const { outcode, services, middle, areas, words, settings } = props;
  const kept = useKeptUnit(outcode);
  const unit = props.posted ?? kept;
  const heading = useRef<HTMLHeadingElement>(null);
  const isYours = unit !== null;
  useEffect(() => {
    // What was asked is answered here: whoever hears the page hears this first.
    if (isYours) heading.current?.focus();
  }, [isYours]);
  const nearest = useMemo(() => nearestServices(services, unit ?? middle), [services, unit, middle]);
  const isRough = unit?.precision === "small-area";
  const own = unit && [unit.constituency, unit.near, unit.council, unit.healthBody];
  const shown = own
    ? own.flatMap((one) => areas.find(({ kind, slug }) => kind === one?.kind && slug === one.slug) ?? [])
    : areas;
  const isDevice = unit?.isNearDevice === true;
  const titles = isDevice ? words.device : isYours ? words.yours : words.middle;
  const title = titles[nearest.length === 1 ? 0 : 1];
  const yoursNote = isDevice ? words.deviceNote : props.posted ? words.yoursSentNote : words.yoursNote;
  return (
    <>
      <div className="grid gap-x-10 lg:grid-cols-2">
        <section aria-labelledby="nearest-title" id="nearest">
          <h2 id="nearest-title" ref={heading} tabIndex={-1}>
            {title.replace("{count}", String(nearest.length))}
          </h2>
          <p className="mt-2 max-w-line text-ink-soft">
            {isYours ? yoursNote : words.middleNote} {isRough ? words.roughly : null}
          </p>
          {nearest.length === 0 ? <p>{words.none}</p> : null}
          <ol className="mt-3 max-w-line">
            {nearest.map(({ one, metres }) => (
              <li key={one.slug} className="border-rule border-b py-2">
                <NearLine service={one} metres={metres} isRough={isRough} words={words} settings={settings} />
              </li>
            ))}
          </ol>
        </section>
        <section aria-label={words.mapLabel} className="service-map-section near-map">
          <LiveMap
            definition={props.definition}
            filter={NO_FILTER}
            view={props.view}
            here={unit}
            texts={props.texts}
            settings={settings}
            listHref="#nearest"
          />
          {isYours ? (
            <p className="text-base text-ink-soft">{isDevice ? words.hereDevice : words.here}</p>
          ) : null}
          <p>
            <a href={words.fullMapPath} className="inline-flex min-h-11 items-center">
              {words.fullMap}
            </a>
          </p>
        </section>
      </div>
      <section aria-labelledby="areas-title" id="areas" className="mt-10 border-ink border-t pt-3">
        <h2 id="areas-title">{isYours ? words.areasYours : words.areas}</h2>
        {unit?.near ? (
          <p className="mt-2 max-w-line text-ink-soft">{isDevice ? words.boundaryDevice : words.boundary}</p>
        ) : null}
        <ul className="mt-3 max-w-line">
          {shown.map(({ kind, slug, says }) => (
            <li key={`${kind}/${slug}`} className="border-rule border-b py-3">
              {says}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
