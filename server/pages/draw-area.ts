import { LRUCache } from "lru-cache";
import type { AreaKind } from "@/domain/areas/area";
import { PRINTED } from "@/domain/map/around";
import { withNight } from "@/domain/map/night-picture";
import { etagOf } from "@/server/http/etag-of";
import { escapeXml } from "@/server/pages/escape-xml";
import { type BoxedOutline, outlineInBox } from "@/server/pages/outline-path";

/** The lines of an area do not change while the server runs; some kilobytes each. */
const outlines = new LRUCache<string, BoxedOutline>({ max: 500 });

type Point = { lon: number; lat: number };

/**
 * A small map of one area (SVG): its outline and a dot for each of these positions, for paper, where the live map was never drawn.
 * @returns null where no file has the outline
 */
export function drawArea(
  { kind, code }: { kind: AreaKind; code: string },
  positions: readonly Point[],
  title: string,
): { text: string; etag: string } | null {
  const { width, height } = PRINTED;
  const key = `${kind} ${code}`;
  const outline =
    outlines.get(key) ?? outlineInBox(kind, code, { width: width - 2 * EDGE, height: height - 2 * EDGE });
  if (!outline) return null;
  outlines.set(key, outline);
  const dots = positions.map((position) => {
    const [x, y] = outline.at(position);
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5"/>`;
  });
  const text =
    withNight(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-EDGE} ${-EDGE} ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeXml(title)}</title>
<path d="${outline.path}" fill="#f8f4ea" stroke="#4d463b" stroke-width="1.5" stroke-linejoin="round"/>
<g fill="#8a1c16" stroke="#fffdf8">${dots.join("")}</g>
</svg>
`);
  return { text, etag: etagOf(text) };
}

/** Pixels around the outline, so that a dot on its edge is whole. */
const EDGE = 8;
