"use client";

import { useState, useSyncExternalStore } from "react";
import { type MapAddress, readMapAddress, writeMapAddress } from "@/domain/map/map-address";
import { filterOf } from "@/domain/map/map-filter";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import type { MapTexts } from "../map-handle";
import { LiveMap } from "./live-map";
import type { LineSettings } from "./service-line";

type Props = {
  texts: MapTexts;
  settings: LineSettings;
  /** The page of the map, which takes the same query. */
  mapUrl: string;
  words: Record<"open" | "credit" | "creditGround", string>;
};

const stays = () => () => undefined;

/** The map alone, as the address of the frame says; one line says whose it is and leads to the whole of it. */
export function EmbedMap({ mapUrl, ...rest }: Props) {
  // The page is kept as it was sent, for every query.
  const query = useSyncExternalStore(
    stays,
    () => window.location.search,
    () => null,
  );
  return query === null ? null : <Drawn {...rest} mapUrl={mapUrl} asked={readMapAddress(query)} />;
}

function Drawn({ texts, settings, mapUrl, words, asked }: Props & { asked: MapAddress }) {
  const [service, setService] = useState(asked.service);
  const href = mapUrl + writeMapAddress({ ...asked, service, view: "map" });
  return (
    <>
      <LiveMap
        definition={DEFAULT_DEFINITION}
        filter={filterOf(asked)}
        view={asked.at}
        service={service}
        outlines={asked.outlines}
        texts={texts}
        settings={settings}
        listHref={mapUrl + writeMapAddress({ ...asked, view: "list" })}
        onChoose={setService}
      />
      <p className="embed-line">
        <a href={href}>{words.open}</a> <span>{words.credit}</span>{" "}
        <span className="map-credit-ground">{words.creditGround}</span>
      </p>
    </>
  );
}
