import { FINE_ZOOM } from "@/domain/map/line-square";
import { baseStyle, DETAIL_ZOOM, FINE_TWINS } from "./base-style";
import { drawFine } from "./fine-squares";
import { fetchBaseData, fetchBorders, fetchCloseData, fetchLand, fetchPlaces } from "./geo-data";
import type { Ground } from "./ground";
import type { MapHandle } from "./map-handle";
import { palettes, type Scheme } from "./palette";

/**
 * The project's own ground: nothing is asked of any other origin.
 * @param linesHash of the squares of fine lines, if there are any
 * @throws when its land cannot be fetched
 */
export async function ownGround(scheme: Scheme, linesHash: string | undefined): Promise<Ground> {
  return {
    style: baseStyle(await fetchBaseData(), palettes[scheme]),
    palette: palettes[scheme],
    font: ["MapSans Semibold"],
    credits: false, // the credit stands below the map, where it covers no pin
    drawn: (map) => addDetailWhenClose(map, linesHash),
  };
}

/**
 * Coasts in full, villages and borders are many times the data of the whole country, and most readers never look that close. Who begins
 * so close that squares are drawn never fetches the lines of the country.
 */
function addDetailWhenClose(map: MapHandle, linesHash: string | undefined): void {
  const missing = (reason: unknown) =>
    console.warn("The map is drawn without some coasts, names and borders.", reason);
  let hasSquares = linesHash !== undefined;
  const parts = [
    {
      from: DETAIL_ZOOM.coasts,
      isInSquares: false,
      add: async () => {
        for (const [name, data] of Object.entries(await fetchCloseData())) map.setData(name, data);
      },
    },
    {
      from: DETAIL_ZOOM.coasts,
      isInSquares: true,
      add: async () => map.setData("land", await fetchLand()),
    },
    {
      from: DETAIL_ZOOM.councils,
      isInSquares: false,
      add: async () => map.setData("places", await fetchPlaces()),
    },
    {
      from: DETAIL_ZOOM.councils,
      isInSquares: true,
      add: async () => map.setData("councils", await fetchBorders("council")),
    },
    {
      from: DETAIL_ZOOM.constituencies,
      isInSquares: true,
      add: async () => map.setData("constituencies", await fetchBorders("constituency")),
    },
  ];
  const ask = () => {
    const { zoom } = map.view();
    const wanted = ({ from, isInSquares }: (typeof parts)[number]) =>
      zoom >= from && !(isInSquares && hasSquares && zoom >= FINE_ZOOM);
    for (const part of parts.filter(wanted)) {
      parts.splice(parts.indexOf(part), 1);
      part.add().catch(missing);
    }
  };
  map.onMove(ask);
  ask();
  drawFine(map, linesHash, {
    draw: (squares) => map.setData("fine", squares),
    show: (isFine) => {
      for (const { coarse, fine, property } of FINE_TWINS) {
        map.setPaint(coarse, property, isFine ? 0 : 1);
        map.setPaint(fine, property, isFine ? 1 : 0);
      }
    },
    onMissing: () => {
      hasSquares = false;
      ask();
    },
  });
}
