import { afterEach, expect, it, vi } from "vitest";
import { encodeAddedRows } from "@/domain/map/added-file";
import { filterTable } from "@/domain/map/filter-table";
import { encodeFacts } from "@/domain/map/map-facts";
import { NO_FILTER } from "@/domain/map/map-filter";
import type { MapRow } from "@/domain/map/map-row";
import { encodePins } from "@/domain/map/pin-file";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { openTable, WORKER_FROM } from "./open-table";
import { answerTable, type TableQuestion } from "./table-questions";

const row = (lon: number, category: MapRow["category"]) =>
  ({
    lon,
    lat: 54,
    category,
    kind: "company",
    status: "operating",
    approximate: false,
    areas: [],
    groups: [],
  }) as unknown as MapRow;
const few = [row(-3, "eye-care"), row(-2, "gp-practice"), row(-1, "eye-care")];
/** As many as a worker is begun for. */
const many = Array.from({ length: WORKER_FROM }, (_, index) =>
  row(-3 + index / WORKER_FROM, index % 2 ? "eye-care" : "gp-practice"),
);
const plain = (rows: readonly MapRow[]) =>
  rows.map((one) => ({ ...one, provider: null, payer: null, lastConfirmedOn: null }));
const filesOf = (rows: readonly MapRow[]) => ({
  pins: encodePins(rows).file,
  facts: encodeFacts(plain(rows)),
  added: null,
});
const eyes = { ...NO_FILTER, care: ["eye-care" as const] };
afterEach(() => vi.unstubAllGlobals());

/** A worker as browsers have it: what goes in and out is a copy. */
class CopyingWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  private readonly ask = answerTable();
  postMessage(question: TableQuestion): void {
    const data = structuredClone(this.ask(structuredClone(question)));
    queueMicrotask(() => this.onmessage?.({ data }));
  }
  terminate(): void {
    this.onmessage = null;
  }
}
class BrokenWorker extends CopyingWorker {
  override postMessage(): void {
    queueMicrotask(() => this.onerror?.({ message: "blocked" }));
  }
}

let begun = 0;
class CountedWorker extends CopyingWorker {
  constructor() {
    super();
    begun++;
  }
}

it.each([
  ["in a worker", CopyingWorker],
  ["in the page, where the worker is blocked", BrokenWorker],
  ["in the page, where there are none", undefined],
])("filters many rows %s as the rule says", async (_name, kind) => {
  vi.stubGlobal("Worker", kind);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const open = await openTable(filesOf(many));
  const filtered = await open.filter(DEFAULT_DEFINITION, eyes, null);
  expect(filtered).toEqual(filterTable(open.table, DEFAULT_DEFINITION, eyes, null));
  expect(filtered.total).toBe(WORKER_FROM / 2);
  expect(filtered.shown.table).toBe(open.table.pins);
});

it.each([
  ["few rows", few, 0],
  ["many", many, 1],
])("begins a worker for %s: %#", async (_name, rows, workers) => {
  begun = 0;
  vi.stubGlobal("Worker", CountedWorker);
  const open = await openTable(filesOf(rows));
  expect(begun).toBe(workers);
  expect(open.table.pins.length).toBe(rows.length);
});

it("puts what was added where it stands in the whole", async () => {
  const [first, second, third] = few;
  if (!first || !second || !third) throw new Error("Three rows are needed.");
  const added = { ...filesOf([second]), at: encodeAddedRows([1]) };
  const open = await openTable({ ...filesOf([first, third]), added });
  const whole = await openTable(filesOf(few));
  expect(open.table).toEqual(whole.table);
});

it("says so when a file is cut", async () => {
  vi.stubGlobal("Worker", CopyingWorker);
  const { pins, ...rest } = filesOf(many);
  await expect(openTable({ ...rest, pins: pins.slice(0, -1) })).rejects.toThrow(RangeError);
});
