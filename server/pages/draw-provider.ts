import { clipRing } from "@/domain/areas/geometry-clip";
import { framePoints } from "@/domain/map/around";
import { withNight } from "@/domain/map/night-picture";
import { etagOf } from "@/server/http/etag-of";
import { escapeXml } from "@/server/pages/escape-xml";
import { outlineRings } from "@/server/pages/outline-path";
import { labelsOf, pathInFrame, wider } from "@/server/pages/picture-parts";

type Point = { lon: number; lat: number };
let land: readonly (readonly number[])[] | undefined;

/**
 * A small map of where an organisation's services are (SVG), for paper, where the live map was never drawn: land, names of towns, and a
 * dot for each position.
 * @returns null without any
 */
export function drawProvider(
  positions: readonly Point[],
  title: string,
): { text: string; etag: string } | null {
  const frame = framePoints(positions);
  if (!frame) return null;
  land ??= outlineRings("nation").map((ring) => ring.flat());
  const { width, height } = frame;
  const box = wider(frame.box);
  const coast = land
    .map((ring) => clipRing(ring, box))
    .filter((ring) => ring !== null)
    .map((ring) => pathInFrame(ring, frame))
    .join("");
  // A point of one pixel is one dot, however many services stand there.
  const dots = new Set(positions.map(frame.at).map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="5"/>`));
  const text =
    withNight(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeXml(title)}</title>
<rect width="${width}" height="${height}" fill="#d9e3e3"/>
<path d="${coast}" fill="#f8f4ea" stroke="#9fb0b1" stroke-width="0.8"/>
<g font-family="Georgia, serif" text-anchor="middle" fill="#4d463b" stroke="#f8f4ea" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${labelsOf(frame, { least: leastNamed(frame.metresPerPixel), lift: LIFT, taken: [] })}</g>
<g fill="#8a1c16" stroke="#fffdf8">${[...dots].join("")}</g>
</svg>
`);
  return { text, etag: etagOf(text) };
}

/** So many pixels above its town a name is not under the dots there. */
const LIFT = 14;

/** Of a country only the largest cities have their names, of a county its towns, and closer the villages too. */
function leastNamed(metresPerPixel: number): number {
  return metresPerPixel > 400 ? 3 : metresPerPixel > 100 ? 6 : 99;
}
