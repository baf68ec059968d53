import { withNight } from "@/domain/map/night-picture";
import { countsAs, DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { etagOf } from "@/server/http/etag-of";
import { knownPublication } from "@/server/http/publication";
import { allServices } from "@/server/pages/all-services";
import { areaPaths, onPicture, PICTURE } from "@/server/pages/area-paths";

type Drawn = { text: string; etag: string; publication: number };
let kept: Drawn | null = null;

/** Pixels of the picture: services within one square share a dot, so that a hundred thousand weigh as much as five hundred. */
const SQUARE = 7;

/**
 * The country with a dot where services are, as a small picture (SVG) that leads a phone to the map; drawn anew for each
 * publication. A service whose position no page may show has none here.
 */
export async function drawHomePicture(title: string): Promise<Drawn> {
  const publication = knownPublication();
  if (kept?.publication === publication) return kept;
  const squares = new Map<string, { x: number; y: number; services: number }>();
  for (const service of await allServices()) {
    const { position, kind } = service;
    if (!position || !isRunning(service) || !countsAs(kind, DEFAULT_DEFINITION)) continue;
    const { x, y } = onPicture(position);
    const square = [x, y].map((value) => Math.floor(value / SQUARE));
    const key = square.join();
    const [column = 0, row = 0] = square.map((value) => (value + 0.5) * SQUARE);
    squares.set(key, { x: column, y: row, services: (squares.get(key)?.services ?? 0) + 1 });
  }
  const text = withNight(picture(title, [...squares.values()]));
  const etag = etagOf(text);
  kept = { text, etag, publication };
  return kept;
}

function picture(title: string, dots: readonly { x: number; y: number; services: number }[]): string {
  const land = [...areaPaths("nation").values()].join("");
  const marks = dots.map(({ x, y, services }) => {
    const radius = Math.min(12, 3 + Math.sqrt(services));
    return `<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" role="img">
<title>${title.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
<rect width="100%" height="100%" fill="#d9e3e3"/>
<path d="${land}" fill="#f8f4ea" stroke="#9fb0b1" stroke-width="0.8"/>
<g fill="#8a1c16" stroke="#fffdf8" stroke-width="1">${marks.join("")}</g>
</svg>
`;
}
