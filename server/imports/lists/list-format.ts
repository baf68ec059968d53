import { findSameSource } from "@/db/queries/report-records";
import { insertSource } from "@/db/queries/sources";
import { ukToday } from "@/domain/dates/partial-date";
import { unusedColumns } from "@/domain/imports/columns";
import { confirmedOnOf } from "@/domain/sources/confirmed-on";
import { openCampaignList } from "@/ingest/campaign-list";
import type { ImportFormat, ListOpener } from "@/server/imports/engine/import-format";
import { draftsOf } from "@/server/imports/lists/import-drafts";
import { forgetPlaces } from "@/server/imports/lists/keep-no-place";
import { listShape } from "@/server/imports/lists/list-item";
import { type PlannedListRow, planList } from "@/server/imports/lists/plan-batch";
import { readList } from "@/server/imports/lists/read-list";
import { refusedListRows, showListRows } from "@/server/imports/lists/show-list-rows";
import { findAreaOnlyRule } from "@/server/records/area-only";

/** A list of services, a row each, with one source for all of it: whatever its file is. */
export const listFormatOf = ({
  name,
  looksLike,
  open,
}: ListOpener): ImportFormat<string[], PlannedListRow> => ({
  recognise: [name],
  looksLike,
  shape: listShape,
  asks: { columns: true, source: true, rows: true },
  isEdition: false,
  read: (_db, sent, progress) => readList(sent, progress, open),
  // Its facts count from the day of its own date: an older one is no wrong one.
  doubts: async () => [],
  isOvertaken: async () => false,
  plan: planList,
  standsBy: "chosen",
  drafts: async (db, { source }, planned) => {
    const { url, ...given } = source;
    const document = { ...given, url: url || null };
    const sourceId = (await findSameSource(db, document)) ?? (await insertSource(db, document));
    const cited = { sourceId, confirmedOn: confirmedOnOf(source, ukToday()) };
    return draftsOf(db, planned, cited, await findAreaOnlyRule(db));
  },
  tally: () => ({}),
  show: showListRows,
  refused: refusedListRows,
  notes: () => [],
  unused: ({ header, mapping }) => unusedColumns(header, mapping),
  forget: forgetPlaces,
  choices: async () => [],
});

/** A campaign's own list, as a table: whatever no other kind of list says is its own. */
export const listFormat = listFormatOf({
  name: "campaign-list",
  looksLike: () => false,
  open: openCampaignList,
});
