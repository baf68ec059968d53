import type { Db } from "@/db/client";
import type { ImportRowStored } from "@/db/queries/imports";
import type { EditionDoubt, ImportSource } from "@/domain/imports/batch";
import type { ColumnMapping } from "@/domain/imports/columns";
import type { ConcerningRow } from "@/domain/imports/concerning-row";
import type { DateOrder } from "@/domain/imports/dates";
import type { HeldWords, ImportNote } from "@/domain/imports/import-note";
import type { ImportQuestions } from "@/domain/imports/import-policy";
import type { ListLayout, ReadLayout } from "@/domain/imports/list-layout";
import type { ImportOutcome, RowDecision, RowPlan, RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import type { RowFact } from "@/domain/imports/row-facts";
import type { RowQuestion } from "@/domain/imports/row-question";
import type { ItemShape } from "@/domain/imports/stored-item";
import type { CampaignList } from "@/ingest/campaign-list";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import type { RecordDraft } from "@/server/records/save-records";

/** Told while an import goes on, for a command line or a page: what was done to how many rows, of how many. */
export type Progress = (phase: "read" | "planned" | "writing" | "written", rows: number, of?: number) => void;

/** A file as it arrives. */
export type SentFile = { name: string; bytes: AsyncIterable<Uint8Array> };

/** What somebody brings: the name of what it is said to be, what was typed beside it, and a file or a pasted table. */
export type SentImport = { name: string; given: unknown; list: SentFile | { pasted: string } };

/** What a row is made from, in its format's own words; the number is null for an entry that has a row only where it is news. */
export type Item<T = unknown> = { number: number | null; item: T; decision: RowDecision };

/** Items in their order, some hundreds at a time. */
export type Items<T = unknown> = AsyncIterable<readonly Item<T>[]> | Iterable<readonly Item<T>[]>;

/** What came, once it was read through. Nothing of it is stored yet. */
export type ReadImport<T = unknown> = {
  title: string;
  source: ImportSource;
  contentHash: string;
  fileName: string | null;
  /** Headings of its columns, and which of ours they are: of a list only. */
  header: string[];
  mapping: ColumnMapping;
  /** What reading had to clean or guess: known once the items were read. */
  cleaned: () => string[];
  isComplete: boolean;
  /** Where in its file it was found: of a list only. */
  layout?: ReadLayout | null;
  /** Why it is right although it looks old or cut, as it was typed. */
  because: string;
  /** How many entries it has, and whether each of them has a row. */
  entries: number;
  isRowEach: boolean;
  /** How many entries have no row because they are nothing new, before any is planned: known as `cleaned`; null where each has one. */
  repeated: () => number | null;
  /** Which way round its dates are, where one row alone does not tell. */
  dates?: DateOrder;
  /** What its rows are made from. It is stored under this id. */
  items: (db: Db, batchId: string) => Items<T>;
};

/** What a row would do to the records as they stand. */
export type PlannedItem<T = unknown> = Item<T> & {
  row: ImportRow | null;
  outcome: ImportOutcome;
  /** Why it is refused. */
  problems: RowProblem[];
  warnings: RowProblem[];
  plan: RowPlan | null;
};

/** What the approved rows of an import make of the records, and the ids that each row made or changed. */
export type ImportDrafts = { drafts: RecordDraft[]; idsByRow: Map<number, string[]> };

/** What can be brought as its publisher offers it, and what is here of it now. */
export type EditionChoice = {
  format: string;
  title: string;
  /** Where its publisher offers it. */
  url: string;
  edition: string | null;
  /** Places; of the waiting times provider codes that are looked up, of payments practices to look at. */
  entries: number;
  /** How to say what is here of it. */
  held: HeldWords;
};

/** A stored row, with what it is made from as its format reads it. */
export type StoredRow<T = unknown> = Omit<ImportRowStored, "item"> & { item: T };

/** A row as the pages of imports show it. */
export type SeenRow = Omit<ImportRowStored, "item"> & {
  /** As others than its importer see them. */
  cells: string[];
  /** What it would publish. */
  facts: RowFact[];
  /** What its importer, and nobody else, can say of it; null where nothing is asked. */
  question: RowQuestion | null;
};

/** How a file becomes a list of rows under headings: all that tells one kind of list from another. */
export type ListOpener = {
  /** The name under which its imports are stored. */
  name: string;
  /** Whether a file that somebody brings as a list is of this kind, by its first letters. */
  looksLike: (start: string) => boolean;
  /** @throws FileRefusal */
  open: (file: AsyncIterable<Uint8Array>, layout: ListLayout) => Promise<CampaignList>;
};

/**
 * One kind of file that comes in: all that the engine (`server/imports/engine`) has to ask of it. A new one is a folder beside the
 * others and a line in `server/imports/formats.ts`.
 */
export type ImportFormat<T = unknown, Row extends PlannedItem<T> = PlannedItem<T>> = {
  /** The names under which its imports are stored and brought. */
  recognise: readonly string[];
  /** Whether a file that somebody brings as a list of their own is of this kind, by its first letters. */
  looksLike?: (start: string) => boolean;
  /** How what its rows are made from is stored. */
  shape: ItemShape<T>;
  /** What it asks its importer. */
  asks: ImportQuestions;
  /** Whether it is a publisher's own file, which comes in editions. */
  isEdition: boolean;
  /** For how many days it waits for its approval once it was handed on, so that those it names can reply; none where it is left out. */
  waitsDays?: number;
  /**
   * Reads what was sent to its end and stores nothing.
   * @throws InvalidInputError by field of the form.
   */
  read(db: Db, sent: SentImport, progress: Progress): Promise<ReadImport<T>>;
  /** What looks wrong with it beside what is here: it is taken with a reason only. */
  doubts(db: Db, name: string, read: ReadImport<T>): Promise<readonly EditionDoubt[]>;
  /** Whether something newer of its kind is in force: it may have been approved since this was previewed. */
  isOvertaken(db: Db, batch: ImportBatch): Promise<boolean>;
  /**
   * Says of each item what it would do now, slice by slice. Writes nothing.
   * @param dates of what is being read; of what is stored its rows tell.
   */
  plan(db: Db, batch: ImportBatch, items: Items<T>, dates?: DateOrder): AsyncIterable<Row[]>;
  /**
   * Which rows have to do at the approval what the preview said: those that are taken, or all, where they speak of each
   * other. Only these come to `drafts`.
   */
  standsBy: "chosen" | "all";
  /** What the selected of these rows make of the records. Stores what they cite; asked for under the lock of publications. */
  drafts(
    db: Db,
    batch: ImportBatch,
    planned: readonly Row[],
    selected: ReadonlySet<number>,
  ): Promise<ImportDrafts>;
  /** Counts of its own beside those by outcome. */
  tally(planned: readonly Row[]): Record<string, number>;
  /** Rows as the pages of imports show them. */
  show(db: Db, batch: ImportBatch, rows: readonly StoredRow<T>[]): Promise<SeenRow[]>;
  /** Refused rows for a download: headings, and cells by row. */
  refused(
    db: Db,
    batch: ImportBatch,
    rows: readonly StoredRow<T>[],
  ): Promise<{ header: readonly string[]; cells: string[][] }>;
  /** Of a format that waits: whom its rows of news name, held against the records as they are now; by row. */
  concerning?(db: Db, batch: ImportBatch, rows: readonly StoredRow<T>[]): Promise<ConcerningRow[]>;
  /** What is to be said beside the counts: sentences of one paragraph. */
  notes(batch: ImportBatch): ImportNote[];
  /** Columns of the file that nothing is read from. */
  unused(batch: ImportBatch): string[];
  /** Takes out of the rows of an import that is over what nobody may keep. */
  forget(db: Db, batch: ImportBatch): Promise<void>;
  /** What people can bring of it as its publisher offers it. */
  choices(db: Db): Promise<EditionChoice[]>;
};
