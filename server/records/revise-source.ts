import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { insertRecordVersions, lockRecords, raiseVersions } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { lockSource, updateSource } from "@/db/queries/sources";
import { findRecordsOfSource, findWithheldAmong } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import { ConflictError, InvalidInputError, NotFoundError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { parseInput } from "@/domain/forms/parse-input";
import { oneLine } from "@/domain/language/plain-text";
import { LEFT_OUT } from "@/domain/reports/source-edits";
import { revealingFinder } from "@/domain/services/revealing/revealing-words";
import { NOWHERE } from "@/domain/services/revealing/where";
import { webAddressSchema } from "@/domain/sources/source";
import { audit } from "@/server/audit";
import { assertWithinAreas } from "@/server/campaigners/area-limits";
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
});
export type SourceWords = z.infer<typeof wordsSchema>;

/**
 * Says anew how a source is cited, wherever it is: its title, publisher and link. What is emptied is dropped, and said to be left out. The audit says what was changed and
 * why, and never the words: they may be what has to go.
 * @param input.ref its id or web address.
 * @throws NotAllowedError; NotFoundError; InvalidInputError by field; ConflictError: "says-so-already", "too-many-along" where more than
 * 200 entries cite it.
 */
export function reviseSource(
  db: Db,
  actor: AnyActor,
  input: BrakeInput & { title: string; publisher: string; url: string },
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const { by, reason, record } = await openBrake(transaction, actor, { ...input, type: "source" });
    await assertWithinAreas(transaction, by, record);
    const said = parseInput(wordsSchema, input);
    const before = await lockSource(transaction, record.id);
    if (!before) throw new NotFoundError("source");
    const fields = (["title", "publisher", "url"] as const).filter((field) => before[field] !== said[field]);
    if (fields.length === 0) throw new ConflictError("says-so-already");
    const records = await findRecordsOfSource(transaction, record.id);
    if (records.length > MOST_BY_BUTTON) throw new ConflictError("too-many-along");
    await updateSource(transaction, record.id, said);
    // The same document as one that is off the site must not come back under other words.
    if (before.withheldAt === null && (await findWithheldAmong(transaction, [record.id])).length > 0)
      throw new InvalidInputError({ url: "source-withheld" });
    for (const type of PROJECTION_ORDER) {
      const ids = records.filter((one) => one.type === type).map(({ id }) => id);
      if (ids.length === 0) continue;
      const rows = [...(await lockRecords(transaction, type, ids))];
      if (rows.some(([, { visibility }]) => visibility === "area-only")) refuseTelling(said);
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

/** @throws InvalidInputError where it would tell where care is that is shown by area only. */
function refuseTelling({ title, publisher, url }: SourceWords): void {
  const texts = [
    { field: "title", text: title },
    { field: "publisher", text: publisher },
    { field: "url", text: url ?? "", isLink: true },
  ];
  const [found] = revealingFinder(NOWHERE)(texts);
  if (!found) return;
  const telling = texts.find(({ field }) => field === found.field)?.text.slice(found.start, found.end) ?? "";
  throw new InvalidInputError({ [found.field]: detailed("reveals-place", { detail: `“${telling}”` }) });
}
