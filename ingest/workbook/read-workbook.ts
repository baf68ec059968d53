import { join } from "node:path";
import { z } from "zod";
import { FILE_REFUSALS, FileRefusal } from "@/ingest/spreadsheet-refusal";
import { WORKBOOK_LIMITS, type WorkbookLimits } from "@/ingest/workbook/limits";
import { type ReadInChild, readInChild, rowsHeld } from "@/ingest/workbook/read-in-child";
import { readInTurn } from "@/ingest/workbook/turns";

/** A row that is not empty: its number in the sheet, the first is 1, and its cells up to the last that is not empty. */
export type WorkbookRow = [number: number, cells: string[]];
export type Workbook = {
  /** With the first lines of each, where there are several that are not hidden and none was asked for. */
  sheets: { name: string; isHidden: boolean; head: string[][] }[];
  /** Which of them was read: the one asked for, else the first that is not hidden. */
  chosen: number;
  /** Rows with something in them, and columns, that nobody sees who opens the workbook. */
  hiddenRows: number;
  hiddenColumns: number;
  /** Cells that stand for one that was merged over several rows. */
  merged: number;
  /** Reads from the first row on, each time it is asked. */
  rows: () => Generator<WorkbookRow>;
};

/** Which sheet, by its name or its number from 0, and whether what nobody sees is taken too. */
export type AskedOfWorkbook = { sheet: string | number | null; withHidden: boolean };

const sheetSchema = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  head: z.array(z.array(z.string())),
});
const reportSchema = z.union([
  z.object({
    sheets: z.array(sheetSchema),
    chosen: z.int(),
    hiddenRows: z.int(),
    hiddenColumns: z.int(),
    merged: z.int(),
  }),
  z.object({ refused: z.enum(FILE_REFUSALS), detail: z.string(), row: z.int().nullable() }),
]);

/**
 * Reads an .xlsx or .ods in a process of its own, which is ended when it takes too much memory or time: no library that
 * reads workbooks has limits that hold. That process gets the bytes and nothing else, neither files nor settings.
 * @throws FileRefusal for what is no workbook, is damaged, or costs too much to read
 */
export function readWorkbook(
  bytes: Buffer,
  given: Partial<WorkbookLimits> = {},
  asked: AskedOfWorkbook = { sheet: null, withHidden: false },
): Promise<Workbook> {
  return readInTurn(() => readAlone(bytes, { ...WORKBOOK_LIMITS, ...given }, asked));
}

async function readAlone(bytes: Buffer, limits: WorkbookLimits, asked: AskedOfWorkbook): Promise<Workbook> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), "ingest/workbook/child.mjs");
  return workbookOf(await readInChild([file, JSON.stringify(limits), JSON.stringify(asked)], bytes, limits));
}

function workbookOf({ said, held }: ReadInChild): Workbook {
  if (said === "") throw new FileRefusal("xlsx-damaged");
  const report = reportSchema.parse(JSON.parse(said));
  if ("refused" in report) throw new FileRefusal(report.refused, report.row, report.detail);
  return { ...report, rows: () => rowsHeld<WorkbookRow>(held) };
}
