import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { IDENTIFIER_SCHEMES, PLACE_KINDS, POSITION_PRECISIONS } from "@/domain/places/place";
import {
  type ContractLead,
  type EndedEntry,
  PLACE_REGISTERS,
  type PlaceParent,
  type PlaceRegister,
  type RegisterBranch,
  type RegisterPlace,
} from "@/domain/places/register-place";

export const PLACES_FILE = "db/seed/registers/places.br";
export const LEADS_FILE = "db/seed/registers/apms-leads.br";
const FORMAT = "nhs-map-places";
const LEADS_FORMAT = "nhs-map-apms-leads";
/** Raise it when a reader of the older version would misread the table. */
const VERSION = 1;

/** What the registers list, with the edition of each: a day, month or year. */
export type PlaceTable = {
  /** Of the registers that the table has. */
  editions: Partial<Record<PlaceRegister, string>>;
  places: RegisterPlace[];
  ended: EndedEntry[];
  /** Branches of practices, of an edition that lists nothing else; no shipped table has any. */
  branches?: RegisterBranch[];
};

/** Practices on APMS contracts, as the payments file of one financial year lists them. */
export type LeadTable = { year: string; leads: ContractLead[] };

type Columns = {
  key: string[];
  register: number[];
  kind: number[];
  name: string[];
  lines: string[];
  town: string[];
  postcode: string[];
  lon: (number | null)[];
  lat: (number | null)[];
  precision: number[];
  identifiers: [scheme: number, code: string, from: string | null, to: string | null][][];
  parents: number[][];
  /** Of health bodies, under the name that the first tables gave it. */
  board: (string | null)[];
};

/** The table as text: one array for every column, because neighbours in a column resemble each other. */
export function encodePlaces({ editions, places, ended }: PlaceTable): string {
  const parents = [
    ...new Map(places.flatMap((place) => place.parents.map((one) => [one.code, one]))).values(),
  ];
  const numberOf = new Map(parents.map(({ code }, index) => [code, index]));
  const columns: Columns = {
    key: places.map(({ key }) => key),
    register: places.map(({ register }) => PLACE_REGISTERS.indexOf(register)),
    kind: places.map(({ kind }) => PLACE_KINDS.indexOf(kind)),
    name: places.map(({ name }) => name),
    lines: places.map(({ address }) => address.lines),
    town: places.map(({ address }) => address.town),
    postcode: places.map(({ address }) => address.postcode),
    lon: places.map(({ address }) => address.lon),
    lat: places.map(({ address }) => address.lat),
    precision: places.map(({ address: { precision } }) =>
      precision === null ? -1 : POSITION_PRECISIONS.indexOf(precision),
    ),
    identifiers: places.map(({ identifiers }) =>
      identifiers.map(({ scheme, code, from, to }) => [IDENTIFIER_SCHEMES.indexOf(scheme), code, from, to]),
    ),
    parents: places.map((place) => place.parents.map(({ code }) => numberOf.get(code) ?? -1)),
    board: places.map(({ healthBodyCode }) => healthBodyCode),
  };
  const over = ended.map(({ register, code, day }) => [code, day, PLACE_REGISTERS.indexOf(register)]);
  return JSON.stringify({ format: FORMAT, version: VERSION, editions, parents, columns, ended: over });
}

/** @throws Error for a table of another format or version. */
export function decodePlaces(text: string): PlaceTable {
  const { editions, parents, columns, ended } = parsed(text, FORMAT) as {
    editions: PlaceTable["editions"];
    parents: PlaceParent[];
    columns: Columns;
    /** Without a register: of GP practices, the only ones that the first tables had. */
    ended: [code: string, day: string | null, register?: number][];
  };
  const places = columns.key.map(
    (key, row): RegisterPlace => ({
      key,
      register: at(PLACE_REGISTERS, at(columns.register, row)),
      kind: at(PLACE_KINDS, at(columns.kind, row)),
      name: at(columns.name, row),
      identifiers: at(columns.identifiers, row).map(([scheme, code, from, to]) => ({
        scheme: at(IDENTIFIER_SCHEMES, scheme),
        code,
        from,
        to,
      })),
      address: {
        lines: at(columns.lines, row),
        town: at(columns.town, row),
        postcode: at(columns.postcode, row),
        lon: at(columns.lon, row),
        lat: at(columns.lat, row),
        precision: POSITION_PRECISIONS[at(columns.precision, row)] ?? null,
      },
      parents: at(columns.parents, row).map((number) => at(parents, number)),
      healthBodyCode: at(columns.board, row),
    }),
  );
  const over = ended.map(([code, day, register = 0]) => ({
    register: at(PLACE_REGISTERS, register),
    code,
    day,
  }));
  return { editions, places, ended: over };
}

export function encodeLeads({ year, leads }: LeadTable): string {
  return JSON.stringify({ format: LEADS_FORMAT, version: VERSION, year, leads });
}

/** @throws Error for a table of another format or version. */
export function decodeLeads(text: string): LeadTable {
  const { year, leads } = parsed(text, LEADS_FORMAT) as LeadTable;
  return { year, leads };
}

/** A table of the clone as it lies there. */
export function readTableFile(file: string): Buffer {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), file));
}

export function readPlaceTable(): PlaceTable {
  return decodePlaces(brotliDecompressSync(readTableFile(PLACES_FILE)).toString("utf8"));
}

export function readLeadTable(): LeadTable {
  return decodeLeads(brotliDecompressSync(readTableFile(LEADS_FILE)).toString("utf8"));
}

function parsed(text: string, format: string): unknown {
  const table = JSON.parse(text) as { format?: unknown; version?: unknown };
  if (table.format !== format || table.version !== VERSION) {
    throw new Error(`not a table of format ${format}, version ${VERSION}`);
  }
  return table;
}

/** @throws Error for a row or number that the table does not have. */
function at<Value>(list: readonly Value[], index: number): Value {
  const value = list[index];
  if (value === undefined) throw new Error(`the table has no entry ${index}`);
  return value;
}
