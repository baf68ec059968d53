import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { insertRecordVersions, lockRecords, raiseVersions } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { findSaid, listQuotations, saveQuote } from "@/db/queries/quote-edits";
import { lockSource, updateSource } from "@/db/queries/sources";
import { findRecordsOfSource, findWithheldAmong } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { readTypedDate } from "@/domain/dates/typed-date";
import { ConflictError, InvalidInputError, NotFoundError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { parseInput } from "@/domain/forms/parse-input";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { LEFT_OUT } from "@/domain/reports/source-edits";
import { revealingFinder } from "@/domain/services/revealing/revealing-words";
import { NOWHERE } from "@/domain/services/revealing/where";
import { webAddressSchema } from "@/domain/sources/source";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { MOST_QUOTES } from "@/server/records/load-record";
import { PROJECTION_ORDER } from "@/server/records/projection-rules";
import { type BrakeInput, openBrake } from "@/server/records/withhold-record";
import { MOST_BY_BUTTON } from "@/server/records/withhold-source";

/** What readers of the history of an entry that cites it are told. */
const REVISED = "How a source is cited was corrected";

const text = (max: number, dropped: string) =>
  z
    .string()
    .overwrite(oneLine)
    .trim()
    .max(max, "too-long")
    .transform((given) => given || dropped);
const wordsSchema = z.object({
  title: text(300, LEFT_OUT.title),
  publisher: text(200, LEFT_OUT.publisher),
  url: webAddressSchema.or(z.literal("")).transform((given) => given || null),
  publishedOn: z
    .string()
    .transform(readTypedDate)
    .pipe(partialDateSchema.or(z.literal("")))
    .transform((given) => given || null),
  /** By the id of a fact that has it: what is quoted instead of what was recorded. */
  quotes: z.record(
    z.string(),
    z
      .string()
      .overwrite(manyLines)
      .trim()
      .max(600, "too-long")
      .transform((given) => given || LEFT_OUT.says),
  ),
});
type Cited = Omit<z.infer<typeof wordsSchema>, "quotes">;

/**
 * Says anew how a source is cited, wherever it is: its title, publisher, link, date and what is quoted of it. What is emptied is dropped, and said to be left out; the
 * facts stay, and are as fresh as they were. The audit says what was changed and why, and never the words: they may be what has to go.
 * @param input.ref its id or web address.
 * @throws NotAllowedError; NotFoundError; InvalidInputError by field; ConflictError: "says-so-already", "too-many-along" where more than
 * 200 entries cite it.
 */
export function reviseSource(
  db: Db,
  actor: AnyActor,
  input: BrakeInput &
    Record<"title" | "publisher" | "url" | "publishedOn", string> & { quotes: Record<string, string> },
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const { by, reason, record } = await openBrake(transaction, actor, { ...input, type: "source" });
    await assertMayChangeEntry(transaction, by, record);
    const { quotes, ...said } = parseInput(wordsSchema, input);
    const before = await lockSource(transaction, record.id);
    if (!before) throw new NotFoundError("source");
    const cited = (["title", "publisher", "url", "publishedOn"] as const).filter(
      (field) => before[field] !== said[field],
    );
    const quoted = await changedQuotes(transaction, record.id, quotes);
    const fields = [...cited, ...(quoted.length > 0 ? ["quotation"] : [])];
    if (fields.length === 0) throw new ConflictError("says-so-already");
    const records = await findRecordsOfSource(transaction, record.id);
    if (records.length > MOST_BY_BUTTON) throw new ConflictError("too-many-along");
    await updateSource(transaction, record.id, said);
    for (const { said: recorded, says } of quoted)
      await saveQuote(transaction, { sourceId: record.id, said: recorded, says, editedBy: by.id });
    // The same document as one that is off the site must not come back under other words.
    if (before.withheldAt === null && (await findWithheldAmong(transaction, [record.id])).length > 0)
      throw new InvalidInputError({ url: "source-withheld" });
    for (const type of PROJECTION_ORDER) {
      const ids = records.filter((one) => one.type === type).map(({ id }) => id);
      if (ids.length === 0) continue;
      const rows = [...(await lockRecords(transaction, type, ids))];
      if (rows.some(([, { visibility }]) => visibility === "area-only")) refuseTelling(said, quoted);
      await insertRecordVersions(
        transaction,
        rows.map(([recordId, row]) => ({
          recordType: type,
          recordId,
          version: row.version,
          snapshot: row,
          changedBy: by.id,
          reason: REVISED,
        })),
      );
      await raiseVersions(transaction, type, ids);
    }
    await audit(transaction, by, "record.changed", { type: "source", id: record.id }, { reason, fields });
    await publish(transaction, by.id, REVISED);
  });
}

type ChangedQuote = { claimId: string; said: string; says: string };

/** Those that would be quoted otherwise than now; a fact of another source is none of it. */
async function changedQuotes(
  db: Db,
  sourceId: string,
  quotes: Readonly<Record<string, string>>,
): Promise<ChangedQuote[]> {
  const ids = Object.keys(quotes).filter((id) => isUuid(id));
  const recorded = await findSaid(db, sourceId, ids);
  const now = new Map(
    (await listQuotations(db, sourceId, MOST_QUOTES)).map(({ said, says }) => [said, says]),
  );
  return [...recorded].flatMap(([claimId, said]) => {
    const says = quotes[claimId] ?? said;
    return (now.get(said) ?? said) === says ? [] : [{ claimId, said, says }];
  });
}

/** @throws InvalidInputError where it would tell where care is that is shown by area only. */
function refuseTelling({ title, publisher, url }: Cited, quoted: readonly ChangedQuote[]): void {
  const texts = [
    { field: "title", text: title },
    { field: "publisher", text: publisher },
    { field: "url", text: url ?? "", isLink: true },
    ...quoted.map(({ claimId, says }) => ({ field: `quote.${claimId}`, text: says })),
  ];
  const [found] = revealingFinder(NOWHERE)(texts);
  if (!found) return;
  const telling = texts.find(({ field }) => field === found.field)?.text.slice(found.start, found.end) ?? "";
  throw new InvalidInputError({ [found.field]: detailed("reveals-place", { detail: `“${telling}”` }) });
}
