import type { Position } from "geojson";
import { itemAt } from "@/domain/lists/item-at";
import { GROUND_BOUNDS, type GroundTile, groundBox, groundTilesIn } from "@/domain/map/ground-tile";

/**
 * The sides of squares in whole steps: `xs` from the west on, the first of them that of column `x`; `ys` from the south on, the first of
 * them the southern side of row `y`, where rows are counted southwards.
 */
export type Edges = { xs: readonly number[]; ys: readonly number[]; x: number; y: number };

/** The sides of the squares of the ground. @param steps to a degree */
export function groundEdges(steps: number): Edges {
  const squares = groundTilesIn(GROUND_BOUNDS);
  const [first, last] = [itemAt(squares, 0), itemAt(squares, squares.length - 1)];
  const side = (degrees: number | undefined) => Math.round((degrees ?? 0) * steps);
  const xs = Array.from({ length: last.x - first.x + 2 }, (_, i) =>
    side(groundBox({ x: first.x + i, y: first.y })[0]),
  );
  const ys = Array.from({ length: last.y - first.y + 2 }, (_, i) =>
    side(groundBox({ x: first.x, y: last.y - i })[1]),
  );
  return { xs, ys, x: first.x, y: last.y };
}

/**
 * A line in pieces, each within one square. Where it crosses a side both pieces end in the same point, which is on the side; what is
 * outside of all squares is left out.
 * @param line whole steps
 */
export function cutLine(line: readonly Position[], edges: Edges): { square: GroundTile; part: Position[] }[] {
  const points = withCrossings(line, edges);
  const pieces: { square: GroundTile; part: Position[] }[] = [];
  let current: { square: GroundTile; part: Position[] } | null = null;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [itemAt(points, i - 1), itemAt(points, i)];
    const square = squareOf(from, to, edges);
    if (square === null) current = null;
    else if (current?.square.x === square.x && current.square.y === square.y) current.part.push(to);
    else {
      current = { square, part: [from, to] };
      pieces.push(current);
    }
  }
  return pieces;
}

/** A polygon in pieces, each within one square; those of neighbours meet in the very same points. @param rings closed, whole steps */
export function cutShape(
  rings: readonly (readonly Position[])[],
  edges: Edges,
): { square: GroundTile; shape: Position[][] }[] {
  const whole = rings.map((ring) => withCrossings(ring, edges));
  return strips(whole, 0, edges.xs).flatMap(({ at: column, rings: strip }) =>
    // The sides along which the first cut joined what it left cross those of the rows.
    strips(
      strip.map((ring) => withCrossings(ring, { xs: [], ys: edges.ys })),
      1,
      edges.ys,
    ).map(({ at: row, rings: shape }) => ({
      square: { x: edges.x + column, y: edges.y - row },
      shape,
    })),
  );
}

/** What of a polygon lies between each two sides that follow each other. */
function strips(
  rings: readonly (readonly Position[])[],
  axis: 0 | 1,
  sides: readonly number[],
): { at: number; rings: Position[][] }[] {
  const reach = rings[0]?.map((point) => itemAt(point, axis)) ?? [];
  const least = reach.reduce((a, b) => Math.min(a, b), Infinity);
  const most = reach.reduce((a, b) => Math.max(a, b), -Infinity);
  return sides.slice(1).flatMap((to, at) => {
    const from = itemAt(sides, at);
    if (to <= least || from >= most) return [];
    const [outer, ...holes] = rings.map((ring) => within(ring, axis, from, to));
    return outer ? [{ at, rings: [outer, ...holes.filter((hole) => hole !== null)] }] : [];
  });
}

/**
 * The points of a closed ring that are between two sides. Since it has a point wherever it crosses a side, none is worked out; parts that
 * are cut apart stay joined along the side, which a shape that is only filled does not show.
 */
function within(ring: readonly Position[], axis: 0 | 1, from: number, to: number): Position[] | null {
  const kept: Position[] = [];
  for (const point of ring) {
    const at = itemAt(point, axis);
    if (at < from || at > to || isSame(kept.at(-1), point)) continue;
    kept.push(point);
  }
  const [first] = kept;
  if (first === undefined) return null;
  if (!isSame(kept.at(-1), first)) kept.push(first);
  // A ring that lies on the side alone has no area.
  return kept.length >= 4 && kept.some((point) => point[axis] !== first[axis]) ? kept : null;
}

function isSame(one: Position | undefined, other: Position): boolean {
  return one !== undefined && one[0] === other[0] && one[1] === other[1];
}

/** A line with a point on every side that it crosses. */
function withCrossings(line: readonly Position[], { xs, ys }: Pick<Edges, "xs" | "ys">): Position[] {
  const points: Position[] = [];
  line.forEach((to, index) => {
    const from = line[index - 1];
    if (from) points.push(...crossings(from, to, xs, ys));
    points.push(to);
  });
  return points;
}

function crossings(from: Position, to: Position, xs: readonly number[], ys: readonly number[]): Position[] {
  const found = [...onSides(from, to, 0, xs), ...onSides(from, to, 1, ys)];
  if (found.length < 2) return found;
  const along = ([x = 0, y = 0]: Position) => Math.abs(x - itemAt(from, 0)) + Math.abs(y - itemAt(from, 1));
  return found.sort((a, b) => along(a) - along(b)).filter((point, i) => !isSame(found[i - 1], point));
}

/** Worked out in one direction, whichever way the line goes: both of its neighbours find the same point. */
function onSides(from: Position, to: Position, axis: 0 | 1, sides: readonly number[]): Position[] {
  const [low, high] = itemAt(from, axis) < itemAt(to, axis) ? [from, to] : [to, from];
  const [a, b] = [itemAt(low, axis), itemAt(high, axis)];
  const other = axis === 0 ? 1 : 0;
  return sides
    .filter((side) => side > a && side < b)
    .map((side) => {
      const share = (side - a) / (b - a);
      const across = Math.round(itemAt(low, other) + share * (itemAt(high, other) - itemAt(low, other)));
      return axis === 0 ? [side, across] : [across, side];
    });
}

/** The square of a piece that crosses no side; one that runs along a side is of the square to the north and east. */
function squareOf(from: Position, to: Position, { xs, ys, x, y }: Edges): GroundTile | null {
  const column = indexOf(xs, (itemAt(from, 0) + itemAt(to, 0)) / 2);
  const row = indexOf(ys, (itemAt(from, 1) + itemAt(to, 1)) / 2);
  return column === null || row === null ? null : { x: x + column, y: y - row };
}

function indexOf(sides: readonly number[], value: number): number | null {
  const at = sides.findLastIndex((side) => side <= value);
  return at === -1 || at === sides.length - 1 ? null : at;
}
