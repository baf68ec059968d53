import { decodeFacts } from "@/domain/map/map-facts";
import {
  DETAIL_ROWS,
  MAP_DATA,
  type MapPointer,
  mapFile,
  mapTextPath,
  type PinDetails,
} from "@/domain/map/map-files";
import type { MapTable } from "@/domain/map/mask-pins";
import type { PinMask } from "@/domain/map/pin-clusters";
import { decodePins } from "@/domain/map/pin-file";

/** The map's files are not in force any more: something was withdrawn or added since they were fetched. */
export class MapHasChanged extends Error {}

/** All pins, and what is asked for piece by piece. */
export type LiveData = {
  table: MapTable;
  /** What cards and lines say of rows, in their order; files that were fetched before are not asked for again. */
  details(rows: readonly number[]): Promise<PinDetails[]>;
  /** 1 for each row whose names have these words. */
  withWords(q: string): Promise<PinMask>;
  /** The row of a service; null where it has none. */
  rowOf(slug: string): Promise<number | null>;
};

/** @throws when the files cannot be fetched; MapHasChanged when they changed twice meanwhile. */
export async function fetchLiveData(): Promise<LiveData> {
  const { hash } = (await (await ask(MAP_DATA)).json()) as MapPointer;
  const [pins, facts] = await Promise.all([bytes(mapFile(hash, "pins")), bytes(mapFile(hash, "facts"))]);
  const table = { pins: decodePins(pins), facts: decodeFacts(facts) };
  const pages = new Map<number, Promise<PinDetails[]>>();
  const page = (number: number): Promise<PinDetails[]> => {
    const before = pages.get(number);
    if (before) return before;
    const asked = ask(mapFile(hash, `details-${number}`)).then((answer) => answer.json());
    asked.catch(() => pages.delete(number));
    pages.set(number, asked);
    return asked;
  };
  return {
    table,
    details: async (rows) => {
      const read = await Promise.all(rows.map((row) => page(Math.floor(row / DETAIL_ROWS))));
      return rows.flatMap((row, index) => read[index]?.[row % DETAIL_ROWS] ?? []);
    },
    withWords: async (q) => {
      const rows = (await (await ask(mapTextPath(hash, q))).json()) as number[];
      const mask = new Uint8Array(table.pins.length);
      for (const row of rows) mask[row] = 1;
      return mask;
    },
    rowOf: async (slug) => {
      const row: unknown = await (await ask(`${MAP_DATA}/${hash}/row?q=${encodeURIComponent(slug)}`)).json();
      return typeof row === "number" && row >= 0 ? row : null;
    },
  };
}

async function ask(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (answer.status === 410) throw new MapHasChanged(`${url} is not in force any more.`);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return answer;
}

async function bytes(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await ask(url)).arrayBuffer());
}
