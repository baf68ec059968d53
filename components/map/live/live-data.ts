import { decodeAddedRows, rowSources } from "@/domain/map/added-file";
import type { MapArea } from "@/domain/map/map-address";
import {
  DETAIL_ROWS,
  MAP_DATA,
  type MapPointer,
  mapAroundPath,
  mapFile,
  mapTextPath,
  type PinDetails,
} from "@/domain/map/map-files";
import type { PinMask } from "@/domain/map/pin-clusters";
import type { Definition } from "@/domain/providers/legal-form";
import { MapHasChanged } from "./map-has-changed";
import { type OpenTable, openTable } from "./open-table";

/** All pins, and what is asked for piece by piece. */
export type LiveData = OpenTable & {
  /** What cards and lines say of rows, in their order; files that were fetched before are not asked for again. */
  details(rows: readonly number[]): Promise<PinDetails[]>;
  /** 1 for each row whose names have these words. */
  withWords(q: string): Promise<PinMask>;
  /** The row of a service; null where it has none. */
  rowOf(slug: string): Promise<number | null>;
  /** 1 for each row that the page of an area lists beside its own; null where none was asked for. */
  around: PinMask | null;
};

/** The area whose surroundings are asked for, and what counts there. */
export type AroundAsked = { area: MapArea; definition: Definition };

/** @throws when the files cannot be fetched; MapHasChanged when they changed twice meanwhile. */
export async function fetchLiveData(around: AroundAsked | null = null): Promise<LiveData> {
  try {
    return await fetchInForce(around);
  } catch (reason) {
    if (reason instanceof MapHasChanged) return fetchInForce(around);
    throw reason;
  }
}

async function fetchInForce(around: AroundAsked | null): Promise<LiveData> {
  const { hash, base } = (await (await ask(MAP_DATA)).json()) as MapPointer;
  const rowFiles = async (of: string) => {
    const [pins, facts] = await Promise.all([bytes(mapFile(of, "pins")), bytes(mapFile(of, "facts"))]);
    return { pins, facts };
  };
  const addedFiles = async () => ({ ...(await rowFiles(hash)), at: await bytes(mapFile(hash, "added")) });
  const [ofBase, added, besides] = await Promise.all([
    rowFiles(base),
    hash === base ? null : addedFiles(),
    around && rowNumbers(mapAroundPath(hash, around.area, around.definition)),
  ]);
  const open = await openTable({ ...ofBase, added });
  const { length } = open.table.pins;
  const at = added ? decodeAddedRows(added.at) : new Uint32Array();
  const from = rowSources(length - at.length, at);
  const pages = new Map<string, Promise<PinDetails[]>>();
  const page = (path: string): Promise<PinDetails[]> => {
    const before = pages.get(path);
    if (before) return before;
    const asked = ask(path).then((answer) => answer.json());
    asked.catch(() => pages.delete(path));
    pages.set(path, asked);
    return asked;
  };
  const detailsOf = async (row: number): Promise<readonly PinDetails[]> => {
    const inFile = from.row[row] ?? 0;
    const path = mapFile(from.isAdded[row] ? hash : base, `details-${Math.floor(inFile / DETAIL_ROWS)}`);
    const found = (await page(path))[inFile % DETAIL_ROWS];
    return found ? [found] : [];
  };
  return {
    ...open,
    details: async (rows) => (await Promise.all(rows.map(detailsOf))).flat(),
    around: besides && maskOfRows(besides, length),
    withWords: async (q) => maskOfRows(await rowNumbers(mapTextPath(hash, q)), length),
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

async function rowNumbers(url: string): Promise<number[]> {
  return (await (await ask(url)).json()) as number[];
}

function maskOfRows(rows: readonly number[], length: number): PinMask {
  const mask = new Uint8Array(length);
  for (const row of rows) mask[row] = 1;
  return mask;
}

async function bytes(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await ask(url)).arrayBuffer());
}
