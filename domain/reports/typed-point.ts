import { z } from "zod";
/** A point of a place as somebody gives it, degrees WGS84. */
export type GivenPoint = { lon: number; lat: number; isApproximate: boolean };

export type PointProblem = "point-shape" | "point-rough" | "point-outside";

/** Degrees: beyond these nothing of the United Kingdom lies. The two ranges share no number, so the order can be told from them. */
const LAT = { least: 49.8, most: 61 } as const;
const LON = { least: -8.8, most: 2 } as const;

/** More figures are less than a metre. */
const MOST_FIGURES = 5;
/** Three figures after the point are a hundred metres at most; with two a place is known to a kilometre only. */
const EXACT_FIGURES = 3;
const LEAST_FIGURES = 2;

/** An address of a map in the web says the point it shows after "@" or "#map=17/". */
const IN_ADDRESS = /@(-?\d+\.\d+),(-?\d+\.\d+)|#map=[\d.]+\/(-?\d+\.\d+)\/(-?\d+\.\d+)/;
const NUMBER = /([-−–]?)\s*(\d+(?:\.\d+)?)\s*°?\s*([NSEW])?/gi;

type Degrees = { text: string; value: number };

/**
 * Reads coordinates as people write or paste them: "50.3755, -4.1427", "50.3755 N 4.1427 W", the other way round, or the address of a
 * map that shows the place. Whether the point is at sea only the outlines know (server/look-up/problem-of-point.ts).
 * @returns the point as it is stored, "50.3755, -4.1427", with the figures that were given; or why it is none.
 */
export function readTypedPoint(
  typed: string,
): { ok: true; text: string; point: GivenPoint } | { ok: false; problem: PointProblem } {
  const numbers = numbersIn(typed);
  const [first, second] = numbers;
  if (!first || !second || numbers.length !== 2) return { ok: false, problem: "point-shape" };
  const isTurned = isWithin(first, LON) && isWithin(second, LAT);
  const [lat, lon] = isTurned ? [second, first] : [first, second];
  if (Math.abs(lat.value) > 90 || Math.abs(lon.value) > 180) return { ok: false, problem: "point-shape" };
  if (!isWithin(lat, LAT) || !isWithin(lon, LON) || isAbroad(lon.value, lat.value))
    return { ok: false, problem: "point-outside" };
  const figures = Math.min(figuresOf(lat), figuresOf(lon));
  if (figures < LEAST_FIGURES) return { ok: false, problem: "point-rough" };
  const point = { lon: lon.value, lat: lat.value, isApproximate: figures < EXACT_FIGURES };
  return { ok: true, text: `${lat.text}, ${lon.text}`, point };
}

/** Coordinates as they were typed or put on a map; kept as "50.3755, -4.1427". */
export const pointSchema = z
  .string()
  .trim()
  .max(200, "too-long")
  .check(({ value, issues }) => {
    const read = value === "" ? null : readTypedPoint(value);
    if (read && !read.ok)
      issues.push({ code: "custom", message: read.problem, input: value, continue: true });
  })
  .overwrite((value) => {
    const read = readTypedPoint(value);
    return read.ok ? read.text : value;
  });
/** The point that a report stores, or null where it has none. */
export function storedPoint(text: string | undefined): GivenPoint | null {
  const read = text ? readTypedPoint(text) : null;
  return read?.ok ? read.point : null;
}

function numbersIn(typed: string): Degrees[] {
  const address = IN_ADDRESS.exec(typed);
  if (address) return address.slice(1).flatMap((part) => (part ? [degrees(part)] : []));
  // Anything else between the numbers, such as minutes and seconds, is not what we read.
  const rest = typed.replace(NUMBER, "").replace(/[\s,;/()]|lat(itude)?|lon(gitude)?|[:=]/gi, "");
  if (rest !== "") return [];
  return [...typed.matchAll(NUMBER)].map(([, sign = "", figures = "", side = ""]) =>
    degrees(`${sign !== "" || /[SW]/i.test(side) ? "-" : ""}${figures}`),
  );
}

function degrees(text: string): Degrees {
  const [whole = "", figures = ""] = text.split(".");
  const cut = figures.slice(0, MOST_FIGURES);
  const short = cut === "" ? whole : `${whole}.${cut}`;
  return { text: short, value: Number(short) };
}

function figuresOf({ text }: Degrees): number {
  return text.split(".")[1]?.length ?? 0;
}

function isWithin({ value }: Degrees, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most;
}

/** Boxes over the Republic of Ireland, the Isle of Man and France that hold nothing of the United Kingdom. */
const ABROAD = [
  { west: -11, south: 51.2, east: -5.9, north: 54.02 },
  { west: -11, south: 54.02, east: -8.18, north: 55.6 },
  { west: -4.87, south: 54, east: -4.25, north: 54.45 },
  { west: -2, south: 48, east: 1.3, north: 50.15 },
  { west: 1.5, south: 48, east: 5, north: 51.05 },
] as const;

function isAbroad(lon: number, lat: number): boolean {
  return ABROAD.some(
    ({ west, south, east, north }) => lon > west && lon < east && lat > south && lat < north,
  );
}
