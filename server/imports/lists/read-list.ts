import { createHash } from "node:crypto";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { type StageInput, stageSchema } from "@/domain/imports/batch";
import { type ColumnMapping, DATE_COLUMNS, guessMapping } from "@/domain/imports/columns";
import { type DateOrder, dateOrderWith, isEitherWay } from "@/domain/imports/dates";
import type { ListLayout } from "@/domain/imports/list-layout";
import { type CampaignList, openPastedList } from "@/ingest/campaign-list";
import { FileRefusal, type FileRefusalCode } from "@/ingest/spreadsheet-refusal";
import type {
  Item,
  ListOpener,
  Progress,
  ReadImport,
  SentImport,
} from "@/server/imports/engine/import-format";

type Sent = SentImport["list"];

/**
 * Reads a campaign's own list and guesses its columns. It is read twice, some hundreds of rows at a time: to its end before
 * anything is stored, then row by row.
 * @throws InvalidInputError by field.
 */
export async function readList(
  { given, list: sent }: SentImport,
  progress: Progress,
  open: ListOpener["open"],
): Promise<ReadImport<string[]>> {
  const input = readStage(given);
  const list = await openSent(sent, input.layout, open);
  const mapping = guessMapping(list.header);
  const { rows, dates, isGuessed, contentHash } = await lookThrough(
    list,
    sent,
    { ...input, mapping },
    progress,
  );
  return {
    title: input.title,
    source: input.source,
    isComplete: input.isComplete,
    contentHash,
    because: "",
    fileName: "name" in sent ? sent.name : null,
    header: list.header,
    layout: list.layout,
    mapping,
    cleaned: () => [...list.cleaned(), ...(isGuessed ? ["dates-day-first"] : [])],
    entries: rows,
    isRowEach: true,
    repeated: () => null,
    items: () => undecided(list),
    dates,
  };
}

async function* undecided(list: CampaignList): AsyncGenerator<Item<string[]>[]> {
  for await (const slice of list.slices())
    yield slice.map(({ number, raw }) => ({ number, item: raw, decision: null }));
}

/**
 * Reads a list from its first row to its last and keeps none of them: whatever makes it no table is known before anything
 * is stored, and so is what the whole list tells of each row.
 * @throws InvalidInputError
 */
async function lookThrough(
  list: CampaignList,
  sent: Sent,
  { source, isComplete, mapping }: StageInput & { mapping: ColumnMapping },
  progress: Progress,
): Promise<{ rows: number; dates: DateOrder; isGuessed: boolean; contentHash: string }> {
  const hash = createHash("sha256").update(`[${JSON.stringify(list.header)},[`);
  const columns = DATE_COLUMNS.flatMap((column) => mapping[column] ?? []);
  let isEither = false;
  let dates: DateOrder = "not-told";
  let rows = 0;
  await refusing(sent, async () => {
    for await (const slice of list.slices()) {
      for (const { raw } of slice) {
        hash.update(`${rows === 0 ? "" : ","}${JSON.stringify(raw)}`);
        for (const text of columns.map((at) => raw[at] ?? "")) {
          dates = dateOrderWith(dates, text);
          isEither ||= isEitherWay(text);
        }
        rows += 1;
      }
      progress("read", rows);
    }
  });
  const contentHash = hash.update(`],${JSON.stringify(source)},${isComplete}]`).digest("hex");
  return { rows, dates, isGuessed: isEither && dates === "not-told", contentHash };
}

function readStage(given: unknown): StageInput {
  const parsed = stageSchema.safeParse(given);
  if (parsed.success) {
    const wrong = problemOfSourceDate(parsed.data.source.publishedOn, ukToday());
    if (wrong) throw new InvalidInputError({ publishedOn: wrong });
    return parsed.data;
  }
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path.at(-1) ?? "title");
    // The form's fields: the import has a title of its own, beside that of its source.
    const field = path[0] === "source" && name === "title" ? "documentTitle" : name;
    fields[field] ??= /^[a-z-]+$/.test(message) ? message : "required";
  }
  throw new InvalidInputError(fields);
}

function openSent(sent: Sent, layout: ListLayout, open: ListOpener["open"]): Promise<CampaignList> {
  return refusing(sent, () =>
    "pasted" in sent ? openPastedList(sent.pasted, layout) : open(sent.bytes, layout),
  );
}

/** The fields of the form that some refusals are about. */
const FIELDS: Partial<Record<FileRefusalCode, string>> = { "no-sheet": "sheet", "no-heading-row": "heading" };

/** @throws InvalidInputError for what a list is refused for, by the field of the form. */
async function refusing<T>(sent: Sent, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const field = FIELDS[error.code] ?? ("pasted" in sent ? "pasted" : "file");
    throw new InvalidInputError({ [field]: detailed(error.code, { row: error.row, detail: error.detail }) });
  }
}
