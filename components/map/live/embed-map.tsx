"use client";

import { useState, useSyncExternalStore } from "react";
import { countingPath } from "@/domain/figures/counting-path";
import { readEmbedQuery } from "@/domain/map/embed-query";
import { writeMapAddress } from "@/domain/map/map-address";
import { filterOf } from "@/domain/map/map-filter";
import type { MapTexts } from "../map-handle";
import { LiveMap } from "./live-map";
import type { LineSettings } from "./service-line";

type Props = {
  texts: MapTexts;
  settings: LineSettings;
  /** Of this site, for links out of the frame to the map. */
  origin: string;
  words: Record<"open" | "credit" | "creditGround", string>;
};

const stays = () => () => undefined;

/** The map alone, as the address of the frame says; one line says whose it is and leads to the whole of it. */
export function EmbedMap(props: Props) {
  // The page is kept as it was sent, for every query.
  const query = useSyncExternalStore(
    stays,
    () => window.location.search,
    () => null,
  );
  return query === null ? null : <Drawn {...props} {...readEmbedQuery(query)} />;
}

function Drawn({
  texts,
  settings,
  origin,
  words,
  address: asked,
  definition,
}: Props & ReturnType<typeof readEmbedQuery>) {
  const mapUrl = origin + countingPath(definition, "/map");
  const [service, setService] = useState(asked.service);
  const href = mapUrl + writeMapAddress({ ...asked, service, view: "map" });
  return (
    <>
      <LiveMap
        definition={definition}
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
