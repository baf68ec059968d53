import type * as maplibre from "maplibre-gl";
import { baseStyle, DETAIL_ZOOM } from "./base-style";
import { fetchBaseData, fetchBorders, fetchCloseData, fetchDetailData } from "./geo-data";
import type { Ground } from "./ground";
import { palettes, type Scheme } from "./palette";

/** The project's own ground: nothing is asked of any other origin. @throws when its land cannot be fetched */
export async function ownGround(scheme: Scheme, sourceOf: SourceOf): Promise<Ground> {
  return {
    style: baseStyle(await fetchBaseData(), palettes[scheme]),
    palette: palettes[scheme],
    font: ["MapSans Semibold"],
    credits: false, // the credit stands below the map, where it covers no pin
    drawn: (map) => addDetailWhenClose(map, sourceOf),
  };
}

type SourceOf = (map: maplibre.Map, id: string) => maplibre.GeoJSONSource;

/** Coasts in full, villages and borders are many times the data of the whole country, and most readers never look that close. */
function addDetailWhenClose(map: maplibre.Map, sourceOf: SourceOf): void {
  const missing = (reason: unknown) =>
    console.warn("The map is drawn without some coasts, names and borders.", reason);
  const parts = [
    {
      from: DETAIL_ZOOM.coasts,
      add: async () => {
        for (const [name, data] of Object.entries(await fetchCloseData())) sourceOf(map, name).setData(data);
      },
    },
    {
      from: DETAIL_ZOOM.councils,
      add: async () => {
        const { places, councils } = await fetchDetailData();
        sourceOf(map, "places").setData(places);
        sourceOf(map, "councils").setData(councils);
      },
    },
    {
      from: DETAIL_ZOOM.constituencies,
      add: async () => void sourceOf(map, "constituencies").setData(await fetchBorders("constituency")),
    },
  ];
  const ask = () => {
    for (const part of parts.filter(({ from }) => map.getZoom() >= from)) {
      parts.splice(parts.indexOf(part), 1);
      part.add().catch(missing);
    }
  };
  map.on("zoom", ask);
  ask();
}
