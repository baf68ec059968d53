import type { FeatureCollection } from "geojson";
import { FINE_ZOOM } from "@/domain/map/line-square";
import type { MapOutlines } from "@/domain/map/map-address";
import { drawFine } from "../fine-squares";
import { fetchChosenLines, nothing } from "../geo-data";
import { CHOSEN_OPACITY, mapSources } from "../layers";
import type { MapHandle } from "../map-handle";

/**
 * Draws the lines of areas that a reader chooses: of the whole country, and from close by out of squares.
 * @param linesHash of the squares, if there are any
 * @returns what draws such lines, or none; it rejects where they cannot be fetched.
 */
export function drawChosenLines(
  map: MapHandle,
  linesHash: string | undefined,
): (outlines: MapOutlines | null) => Promise<void> {
  let chosen: MapOutlines | null = null;
  let hasSquares: boolean | null = null;
  let squares: FeatureCollection = nothing;
  let ofCountry: MapOutlines | null = null;

  const drawSquares = () =>
    map.setData(mapSources.fineLines, {
      type: "FeatureCollection",
      features: squares.features.filter(({ properties }) => properties?.layer === chosen),
    });
  const drawCountry = async () => {
    const wanted = chosen;
    // Who chose them from close by never sees those of the country.
    if (wanted === null || wanted === ofCountry || (hasSquares && map.view().zoom >= FINE_ZOOM)) return;
    ofCountry = wanted;
    const drawn = await fetchChosenLines(wanted);
    if (ofCountry === wanted) map.setData(mapSources.lines, drawn);
  };
  const inBackground = () =>
    void drawCountry().catch((reason) => console.warn("No lines were drawn.", reason));
  return async (outlines) => {
    chosen = outlines;
    if (outlines !== ofCountry) {
      ofCountry = null;
      map.setData(mapSources.lines, nothing);
    }
    if (hasSquares === null && outlines !== null) {
      hasSquares = linesHash !== undefined;
      map.onMove(inBackground);
      drawFine(map, linesHash, {
        draw: (all) => {
          squares = all;
          drawSquares();
        },
        show: (isFine) => {
          map.setPaint(mapSources.lines, "line-opacity", isFine ? 0 : CHOSEN_OPACITY);
          map.setPaint(mapSources.fineLines, "line-opacity", isFine ? CHOSEN_OPACITY : 0);
        },
        onMissing: () => {
          hasSquares = false;
          inBackground();
        },
      });
    } else drawSquares();
    await drawCountry();
  };
}
