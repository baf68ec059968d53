import { areaIndex } from "@/db/reference/outlines";
import { clipRing } from "@/domain/areas/geometry-clip";
import { type OutlineTile, TILE_FORMAT, TILE_STEPS, type Tile, tileBox } from "@/domain/look-up/outline-tile";
import { referenceAreas } from "@/server/reference/reference-areas";
import { tileDistricts } from "./tile-districts";

/** The constituencies' full outlines within a square and its margin, and the districts in it; none far out at sea. */
export function buildTile(tile: Tile): OutlineTile {
  const box = tileBox(tile);
  const ringsOf = new Map<string, number[][]>();
  for (const { code, rings } of areaIndex("constituency").touching(box)) {
    const clipped = rings.map((ring) => clipRing(ring, box)).filter((ring) => ring !== null);
    if (clipped.length > 0) ringsOf.set(code, [...(ringsOf.get(code) ?? []), ...clipped.map(inSteps)]);
  }
  const areas = [...ringsOf].flatMap(([code, rings]) => {
    const area = referenceAreas().ofPostcodes.get(code);
    return area ? [{ slug: area.slug, rings }] : [];
  });
  return { format: TILE_FORMAT, areas, districts: tileDistricts(tile) };
}

function inSteps(ring: readonly number[]): number[] {
  return ring.map((degrees) => Math.round(degrees * TILE_STEPS));
}
