import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BoundingBox } from "@/domain/areas/area";
import type { AroundFrame } from "@/domain/map/around";
import { escapeXml } from "@/server/pages/escape-xml";

type Name = { name: string; rank: number; lon: number; lat: number };
let names: readonly Name[] | undefined;

/** Lines that run along the frame's edge are drawn outside of it. */
export function wider([west, south, east, north]: BoundingBox): BoundingBox {
  return [west - 0.01, south - 0.01, east + 0.01, north + 0.01];
}

/** What is named, and where: in the place itself or so many pixels above it, and off what stands in the way. */
type Labels = {
  /** Rank: 1 is London, 6 a small town. */
  least: number;
  lift: number;
  taken: { x: number; y: number; half: number; tall: number }[];
};

/** Names of towns and villages as SVG, the largest first, as far as none covers another, what is taken or the edge. */
export function labelsOf(frame: AroundFrame, { least, lift, taken: before }: Labels): string {
  names ??= [...readNames("towns"), ...readNames("places")].toSorted((a, b) => a.rank - b.rank);
  const { height } = frame;
  const taken = [...before];
  const drawn: string[] = [];
  for (const { name, rank, ...position } of names) {
    if (rank > least || !frame.holds(position)) continue;
    // The picture is half as wide on a phone.
    const size = rank <= 3 ? 25 : rank <= 5 ? 22 : 19;
    const { x, y: below } = frame.at(position);
    const y = below - lift;
    const half = (name.length * size) / 3.6;
    const isClear = taken.every(
      (one) => Math.abs(one.x - x) > one.half + half || Math.abs(one.y - y) > one.tall + size,
    );
    if (!isClear || x < half || x > frame.width - half || y < size || y > height - 30) continue;
    taken.push({ x, y, half, tall: size });
    drawn.push(`<text x="${x}" y="${y}" font-size="${size}">${escapeXml(name)}</text>`);
  }
  return drawn.join("");
}

function readNames(file: "towns" | "places"): Name[] {
  const text = readFileSync(join(process.cwd(), "public", "map", "base", `${file}.json`), "utf8");
  const { features } = JSON.parse(text) as {
    features: { properties: { name: string; rank: number }; geometry: { coordinates: [number, number] } }[];
  };
  return features.map(({ properties: { name, rank }, geometry: { coordinates } }) => {
    const [lon, lat] = coordinates;
    return { name, rank, lon, lat };
  });
}

/** A ring as an SVG path, whole pixels of a frame. */
export function pathInFrame(ring: readonly number[], frame: AroundFrame): string {
  let path = "";
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const { x, y } = frame.at({ lon: ring[at] ?? 0, lat: ring[at + 1] ?? 0 });
    path += `${at === 0 ? "M" : "L"}${x} ${y}`;
  }
  return `${path}z`;
}
