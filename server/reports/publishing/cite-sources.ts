import type { Db } from "@/db/client";
import { findSameSource } from "@/db/queries/report-records";
import { insertSource } from "@/db/queries/sources";
import { isNameless } from "@/domain/reports/source-edits";
import { confirmedOnOf } from "@/domain/sources/confirmed-on";
import type { SourceInput } from "@/domain/sources/source";
import type { CitedSource } from "@/server/reports/publishing/new-service-facts";

/** The documents of a report, stored once each: one that was cited before is cited again. `decidedOn` ISO. */
export async function citeSources(
  db: Db,
  sources: readonly SourceInput[],
  decidedOn: string,
): Promise<CitedSource[]> {
  const cited: CitedSource[] = [];
  for (const given of sources) {
    const document = {
      kind: given.kind,
      title: given.title,
      publisher: given.publisher,
      url: given.url || null,
      publishedOn: given.publishedOn,
    };
    // Without its title nobody can say that it is the same document.
    const same = isNameless(given) ? undefined : await findSameSource(db, document);
    const sourceId = same ?? (await insertSource(db, document));
    cited.push({ sourceId, says: given.says, confirmedOn: confirmedOnOf(given, decidedOn) });
  }
  return cited;
}
