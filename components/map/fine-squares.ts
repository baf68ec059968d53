import type { Feature, FeatureCollection } from "geojson";
import { type GroundTile, groundTilesIn } from "@/domain/map/ground-tile";
import { FINE_ZOOM, linesPath } from "@/domain/map/line-square";
import { fetchJson, toFeatures } from "./geo-data";
import type { Bounds, MapHandle } from "./map-handle";

/** What is drawn finely, and what is drawn as ever where it is not there. */
export type FineTwin = {
  /** Draws the features of all squares that are there; each has the property `layer` (domain/map/line-square.ts). */
  draw(squares: FeatureCollection): void;
  /** Shows either what is fine or what is not. */
  show(isFine: boolean): void;
  /** A square in view did not come. */
  onMissing(): void;
};

/** So much of a view on each side is fetched with it, so that a little panning shows no seam. */
const BEYOND = 0.25;
/** Kept at most: a wide screen shows six at once. */
const MOST = 16;

/**
 * Fetches the squares of lines that are in view, from FINE_ZOOM on, and shows what is fine as soon as all of them are drawn: never a
 * country half of which is coarse. Below that zoom nothing is asked for.
 * @param hash of the squares; without one nothing is ever fine
 */
export function drawFine(map: MapHandle, hash: string | undefined, twin: FineTwin): void {
  if (hash === undefined) {
    twin.onMissing();
    return;
  }
  const squares = squaresOf(hash);
  let drawn = new Set<string>();
  let isFine = false;
  const isClose = () => map.view().zoom >= FINE_ZOOM;
  const check = () => {
    const isCovered = isClose() && groundTilesIn(map.box()).every((tile) => drawn.has(keyOf(tile)));
    if (isCovered !== isFine) twin.show(isCovered);
    isFine = isCovered;
  };
  const ask = async () => {
    if (!isClose()) return;
    const came = await Promise.all(groundTilesIn(widened(map.box())).map((tile) => squares.fetch(tile)));
    if (came.includes(false)) twin.onMissing();
    const there = squares.there();
    if ([...there.keys()].every((key) => drawn.has(key))) return check();
    twin.draw({ type: "FeatureCollection", features: [...there.values()].flat() });
    map.onceStill(() => {
      drawn = new Set(there.keys());
      check();
    });
  };
  // A map that was left meanwhile cannot be drawn on.
  const askOrLeave = () => void ask().catch((reason) => console.warn("No fine lines were drawn.", reason));
  map.onMove(check);
  map.onMoveEnd(askOrLeave);
  askOrLeave();
}

type Squares = {
  /** @returns false when it did not come; it is asked for again the next time. */
  fetch(tile: GroundTile): Promise<boolean>;
  there(): Map<string, Feature[]>;
};

let known: { hash: string; squares: Squares } | null = null;

/** Those of a page, whatever draws them. */
function squaresOf(hash: string): Squares {
  if (known?.hash !== hash) known = { hash, squares: fetchedSquares(hash) };
  return known.squares;
}

function fetchedSquares(hash: string): Squares {
  const there = new Map<string, Feature[]>();
  const coming = new Map<string, Promise<boolean>>();
  const load = async (tile: GroundTile): Promise<boolean> => {
    const key = keyOf(tile);
    try {
      const { features } = toFeatures(await fetchJson(linesPath(hash, tile)));
      there.set(key, features);
      const [oldest] = there.keys();
      if (there.size > MOST && oldest !== undefined) there.delete(oldest);
      return true;
    } catch (reason) {
      console.warn("The map is drawn without some of its fine lines.", reason);
      return false;
    } finally {
      coming.delete(key);
    }
  };
  return {
    there: () => new Map(there),
    fetch: (tile) => {
      const key = keyOf(tile);
      const features = there.get(key);
      if (features) {
        // The one that was looked at last goes last.
        there.delete(key);
        there.set(key, features);
        return Promise.resolve(true);
      }
      const promise = coming.get(key) ?? load(tile);
      coming.set(key, promise);
      return promise;
    },
  };
}

const keyOf = ({ x, y }: GroundTile): string => `${x}-${y}`;

function widened([west, south, east, north]: Bounds): Bounds {
  const [across, up] = [(east - west) * BEYOND, (north - south) * BEYOND];
  return [west - across, south - up, east + across, north + up];
}
