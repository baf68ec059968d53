import { createHash } from "node:crypto";
import { z } from "zod";
import { findProvidersForImport } from "@/db/queries/imports-known";
import { insertSource } from "@/db/queries/sources";
import type { RowPlan } from "@/domain/imports/outcome";
import { looseName } from "@/domain/imports/provider-name";
import { itemShape } from "@/domain/imports/stored-item";
import { DAYS_TO_REPLY } from "@/domain/imports/waiting-period";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import type { ImportFormat, PlannedItem } from "@/server/imports/engine/import-format";
import { namedOnly, namesOfRefused } from "@/server/imports/engine/name-rows";
import { withNewIds } from "@/server/imports/engine/new-ids";
import { readGiven } from "@/server/imports/engine/read-given";
import type { ClaimDraft } from "@/server/records/save-records";

/** For tests: a format that nobody needs, a register of charities with a name a line. All of it is in this folder. */

type Charity = { name: string };

export const madeUpFormat: ImportFormat<Charity> = {
  recognise: ["made-up-charities"],
  shape: itemShape<Charity>({ shape: "charity", version: 1, schema: z.object({ name: z.string() }) }),
  asks: { columns: false, source: false, rows: false },
  isEdition: true,
  waitsDays: DAYS_TO_REPLY,
  read: async (_db, sent, progress) => {
    const { edition, because, file } = readGiven(sent);
    const text = (await collectBytes(file.bytes)).toString("utf8");
    const names = text.trimEnd().split("\n");
    progress("read", names.length);
    return {
      title: `Charities, ${edition}`,
      fileName: file.name,
      because,
      entries: names.length,
      source: { kind: "register", title: "Charities", publisher: "Nobody", url: "", publishedOn: edition },
      header: [],
      mapping: {},
      cleaned: () => [],
      isComplete: false,
      isRowEach: true,
      repeated: () => null,
      contentHash: createHash("sha256").update(`made-up ${edition} ${text}`).digest("hex"),
      items: () => [names.map((name, index) => ({ number: index + 1, item: { name }, decision: null }))],
    };
  },
  doubts: async () => [],
  isOvertaken: async () => false,
  plan: async function* (db, _batch, slices) {
    for await (const slice of slices) {
      const names = slice.map(({ item }) => looseName(item.name));
      const held = new Set((await findProvidersForImport(db, names)).map(({ name }) => looseName(name)));
      yield slice.map((row) => ({ ...row, ...outcomeOf(row.item, held) }));
    }
  },
  standsBy: "chosen",
  drafts: async (db, { source }, planned) => {
    const sourceId = await insertSource(db, { ...source, url: null });
    const said = { sourceId, says: "Lists it.", confirmedOn: source.publishedOn };
    return withNewIds(
      planned.map(({ number, item: { name } }) => {
        const claims: ClaimDraft[] = [
          { ...said, field: "name", value: name },
          { ...said, field: "legal-form", value: "charity" },
        ];
        const create = { slug: "charity", visibility: "published" as const };
        return { number, drafts: [{ recordType: "provider" as const, recordId: name, create, claims }] };
      }),
    );
  },
  tally: (planned) => ({ lines: planned.length }),
  show: async (_db, _batch, rows) => namedOnly(rows),
  refused: async (_db, _batch, rows) => namesOfRefused(rows),
  notes: () => [],
  unused: () => [],
  forget: async () => undefined,
  choices: async () => [],
};

function outcomeOf(
  { name }: Charity,
  held: ReadonlySet<string>,
): Pick<PlannedItem, "row" | "outcome" | "problems" | "warnings" | "plan"> {
  const plan: RowPlan = {
    place: null,
    areaId: null,
    provider: null,
    commissioner: null,
    changes: [],
    service: { id: null, name },
  };
  const problems =
    name === "?" ? [{ column: null, code: "name-empty" as const, detail: "a line of the register" }] : [];
  const outcome = problems.length > 0 ? "refused" : held.has(looseName(name)) ? "unchanged" : "new";
  return { row: null, outcome, problems, warnings: [], plan };
}
