import type { Db } from "@/db/client";
import { findServiceRunner } from "@/db/queries/report-records";
import { findReportsJoined, passJoinedOn } from "@/db/queries/report-twins";
import type { Actor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { REPORT_APPROVED } from "@/domain/records/change-batch";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { problemsOfDates } from "@/domain/reports/proposal-dates";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { saveChange } from "@/server/reports/changes/save-change";
import { findProvidersMeant } from "@/server/reports/publishing/alike-providers";

type ToAdd = {
  serviceId: string;
  reportId: string;
  proposal: NewServiceProposal;
  /** The day of the decision, ISO. */
  decidedOn: string;
};

/**
 * Whether the sources of a report that is the same as an entry say what the entry says: that it runs (or is planned), and who runs it. One
 * that names another provider confirms nothing.
 */
export async function doSourcesConfirm(
  db: Db,
  { serviceId, proposal, decidedOn }: Omit<ToAdd, "reportId">,
): Promise<boolean> {
  const entry = await findServiceRunner(db, serviceId);
  if (!entry || entry.status !== proposal.status || entry.visibility === "area-only") return false;
  if (Object.keys(problemsOfDates(confirmationOf(serviceId, proposal), decidedOn)).length > 0) return false;
  if (proposal.naming === "not-named") return entry.providerId === null;
  const { providerName } = proposal;
  const known = (await findProvidersMeant(db, [providerName])).get(providerName);
  return known !== undefined && known.id === entry.providerId;
}

/** Cites the sources of a report for an entry that is there, as a confirmation that can be taken back by itself. */
export async function addSources(db: Db, actor: Actor, added: ToAdd): Promise<void> {
  const { serviceId, proposal, decidedOn, reportId } = added;
  await saveChange(db, actor, {
    proposal: confirmationOf(serviceId, proposal),
    reportId,
    decidedOn,
    reason: REPORT_APPROVED,
  });
}

function confirmationOf(serviceId: string, { sources }: NewServiceProposal): ChangeProposal {
  return { kind: "still-there", v: 1, serviceId, sources, note: "" };
}

/** What was joined to a report while it waited leads to the entry that it became, and gives it its sources. */
export async function addSourcesOfJoined(
  db: Db,
  actor: Actor,
  { reportId, serviceId, decidedOn }: { reportId: string; serviceId: string; decidedOn: string },
): Promise<void> {
  for (const { id, proposal } of await findReportsJoined(db, reportId)) {
    if (proposal.kind !== "new-service") continue;
    const added = { serviceId, reportId: id, proposal, decidedOn };
    if (await doSourcesConfirm(db, added)) await addSources(db, actor, added);
  }
  await passJoinedOn(db, reportId, { duplicateOfReportId: reportId, duplicateOfServiceId: serviceId });
}

/**
 * What a second person would be asked about is added by nobody alone.
 * @throws NotAllowedError ("needs-second") where the words of the sources speak of care that is shown by area only.
 */
export async function refuseForSecond(
  db: Db,
  { sources, placeName, providerName }: NewServiceProposal,
): Promise<void> {
  const isAreaOnly = await findAreaOnlyRule(db);
  const texts = sources.flatMap(({ title, publisher, url, says }) => [title, publisher, url, says]);
  const told = [placeName, providerName, ...texts].join(" / ");
  if (sensitiveWords(told, isAreaOnly) !== null) throw new NotAllowedError("needs-second");
}
