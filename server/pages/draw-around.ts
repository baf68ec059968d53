import { LRUCache } from "lru-cache";
import type { Db } from "@/db/client";
import { areaIndex } from "@/db/reference/outlines";
import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { clipRing } from "@/domain/areas/geometry-clip";
import { AROUND, type AroundFrame, frameAround } from "@/domain/map/around";
import { withNight } from "@/domain/map/night-picture";
import { METRES_PER_MILE } from "@/domain/places/distance";
import { etagOf } from "@/server/http/etag-of";
import { escapeXml } from "@/server/pages/escape-xml";
import { mapData } from "@/server/pages/map-data";
import { labelsOf, pathInFrame, wider } from "@/server/pages/picture-parts";
import { rowsInBox } from "@/server/pages/rows-in-box";

/** What the picture is about: a point, and whether it is only the middle of a town. */
export type Centre = { lon: number; lat: number; isApproximate: boolean };
type Drawn = { text: string; etag: string };

/** The ground of a picture does not change while the server runs; some kilobytes each. */
const grounds = new LRUCache<string, string>({ max: 300 });
/** Down to villages: some kilometres have few. */
const ALL_NAMES = 99;

/**
 * A small map of what lies around a point (SVG): land, boundaries, where people live, names, the services of the map, and the
 * point itself. Drawn by the server, so that the page of one record shows where it is before any map library is
 * asked for, and without scripts.
 * @param own a test's connection
 */
export async function drawAround(centre: Centre, title: string, own?: Db): Promise<Drawn> {
  const frame = frameAround(centre);
  const key = `${centre.lon} ${centre.lat} ${centre.isApproximate}`;
  const ground = grounds.get(key) ?? drawGround(frame);
  grounds.set(key, ground);
  const others = rowsInBox(await mapData(own), frame.box).flatMap((row) =>
    row.status !== "ended" && !isSame(row, centre) ? [frame.at(row)] : [],
  );
  const { width, height } = AROUND;
  const text =
    withNight(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeXml(title)}</title>
${ground}
<g fill="#8a1c16" fill-opacity="0.75" stroke="#fffdf8">${others.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="5"/>`).join("")}</g>
${mark(centre, frame)}
</svg>
`);
  return { text, etag: etagOf(text) };
}

function isSame(a: { lon: number; lat: number }, b: Centre): boolean {
  return a.lon === b.lon && a.lat === b.lat;
}

/** A pin; of a point that is only the middle of a town, the broken ring that approximate places have on every map. */
function mark({ isApproximate }: Centre, { width, height }: AroundFrame): string {
  const [x, y] = [width / 2, height / 2];
  if (isApproximate)
    return `<circle cx="${x}" cy="${y}" r="26" fill="#8a1c16" fill-opacity="0.12" stroke="#8a1c16" stroke-width="2.5" stroke-dasharray="6 4"/>`;
  return `<path d="M${x} ${y}c-5-10-13-15-13-25a13 13 0 0 1 26 0c0 10-8 15-13 25z" fill="#8a1c16" stroke="#fffdf8" stroke-width="2"/><circle cx="${x}" cy="${y - 25}" r="5" fill="#fffdf8"/>`;
}

function drawGround(frame: AroundFrame): string {
  const { width, height, box, metresPerPixel } = frame;
  const land = areaIndex("constituency")
    .touching(box)
    .flatMap((part) => part.rings.map((ring) => clipRing(ring, wider(box))))
    .filter((ring) => ring !== null)
    .map((ring) => pathInFrame(ring, frame))
    .join("");
  const pin = { x: width / 2, y: height / 2 - 20, half: 30, tall: 34 };
  const mile = Math.round(METRES_PER_MILE / metresPerPixel);
  return `<rect width="${width}" height="${height}" fill="#d9e3e3"/>
<path d="${land}" fill="#f8f4ea" stroke="#a89a82" stroke-width="1.2" stroke-dasharray="5 3"/>
<path d="${settled(frame)}" fill="#b9ad97" fill-opacity="0.45"/>
<g font-family="Georgia, serif" text-anchor="middle" fill="#4d463b" stroke="#f8f4ea" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${labelsOf(frame, { least: ALL_NAMES, lift: 0, taken: [pin] })}</g>
<g stroke="#4d463b" stroke-width="1.5"><path d="M16 ${height - 16}v-5m0 5h${mile}m0 0v-5" fill="none"/></g>
<text x="${20 + mile}" y="${height - 14}" font-family="Georgia, serif" font-size="18" fill="#4d463b">1 mile</text>`;
}

/** One square for each cell of the grid that has a postcode: the texture of where people live. */
function settled(frame: AroundFrame): string {
  const { column, row } = postcodeTable();
  const [west, south, east, north] = frame.box;
  const columns = [
    Math.floor((west - GRID.west) / GRID.lon),
    Math.ceil((east - GRID.west) / GRID.lon),
  ] as const;
  const rows = [
    Math.floor((south - GRID.south) / GRID.lat),
    Math.ceil((north - GRID.south) / GRID.lat),
  ] as const;
  const cells = new Set<number>();
  for (let at = 0; at < column.length; at++) {
    const [x, y] = [column[at] ?? NO_COLUMN, row[at] ?? 0];
    if (x !== NO_COLUMN && x >= columns[0] && x < columns[1] && y >= rows[0] && y < rows[1])
      cells.add(y * NO_COLUMN + x);
  }
  const size = frame.at({ lon: west + GRID.lon, lat: north - GRID.lat });
  return [...cells]
    .map((cell) => {
      const [x, y] = [cell % NO_COLUMN, Math.floor(cell / NO_COLUMN)];
      const corner = frame.at({ lon: GRID.west + x * GRID.lon, lat: GRID.south + (y + 1) * GRID.lat });
      return `M${corner.x} ${corner.y}h${size.x}v${size.y}h-${size.x}z`;
    })
    .join("");
}
