import { z } from "zod";

/** Where in a file its list is, as its importer says it; what they leave empty is guessed. */
export const listLayoutSchema = z.object({
  /** The name of a sheet. */
  sheet: z.string().trim().max(100, "too-long").default(""),
  /** The line of the file that holds the headings. */
  heading: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, "heading-number")
    .default("")
    .transform((text) => (text === "" ? null : Number(text))),
  /** Rows and columns that nobody sees who opens the file. */
  withHidden: z.boolean().default(false),
});
export type ListLayout = z.output<typeof listLayoutSchema>;
export const GUESSED_LAYOUT: ListLayout = { sheet: "", heading: null, withHidden: false };

/** Where the list was found, and what was left out of it because nobody sees it. */
export type ReadLayout = {
  /** Of a workbook; none of anything else. */
  sheets: { name: string; isHidden: boolean }[];
  sheet: string | null;
  heading: number;
  hiddenRows: number;
  hiddenColumns: number;
  withHidden: boolean;
};
