import type { Db } from "@/db/client";
import { insertSource } from "@/db/queries/sources";
import { firstDayOf } from "@/domain/dates/partial-date";
import type { RecordDraft } from "@/server/records/save-records";

/** What an organisation wrote, and what it is from: the date as far as it is known, the address "" where it published it nowhere. */
type WrittenComment = Record<"comment" | "document" | "writtenOn" | "url", string>;

/** A fact of an organisation with its own words, which stores the document as their source. A newer one stands in its place. */
export async function draftComment(
  db: Db,
  { id, name }: { id: string; name: string },
  { comment, document, writtenOn, url }: WrittenComment,
): Promise<RecordDraft> {
  const sourceId = await insertSource(db, {
    kind: "other",
    publisher: name,
    title: document,
    url: url === "" ? null : url,
    publishedOn: writtenOn,
  });
  const claim = {
    field: "comment" as const,
    value: comment,
    sourceId,
    says: "In its own words.",
    confirmedOn: firstDayOf(writtenOn),
  };
  return { recordType: "provider", recordId: id, claims: [claim] };
}
