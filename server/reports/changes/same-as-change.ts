import type { Db } from "@/db/client";
import { findServiceListing } from "@/db/queries/report-records";
import { findReportsJoined, passJoinedOn } from "@/db/queries/report-twins";
import type { Actor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { REPORT_APPROVED } from "@/domain/records/change-batch";
import { entryOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { SECOND_PERSON_RULES } from "@/domain/reports/second-person";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { addSources, doSourcesConfirm } from "@/server/reports/changes/add-sources";
import { findSaidAlready } from "@/server/reports/changes/said-already";
import { saveChange } from "@/server/reports/changes/save-change";
import { findRulesOfChange } from "@/server/reports/changes/second-person-of-change";

/** What a service would be after a change of it, as a report of a new one would say it: by that its twins are found. */
export async function asNewService(db: Db, change: ChangeProposal): Promise<NewServiceProposal | null> {
  if (change.kind !== "change" && change.kind !== "correction") return null;
  const id = change.kind === "change" ? change.serviceId : change.recordId;
  if (change.kind === "correction" && change.recordType !== "service") return null;
  const held = await findServiceListing(db, id);
  if (!held) return null;
  const as: NewServiceProposal = {
    kind: "new-service",
    v: 1,
    category: held.category,
    placeId: held.placeId,
    placeName: held.placeName,
    addressLines: "",
    town: held.town,
    postcode: held.postcode,
    naming: held.providerName === "" ? "not-named" : "named",
    providerName: held.providerName,
    providerKind: "",
    commissionerName: "",
    contractType: "",
    startedOn: "",
    status: "operating",
    sources: change.sources,
    note: "",
  };
  if (change.kind === "correction") {
    if (change.field === "provider") return { ...as, naming: "named", providerName: String(change.proposed) };
    const category = SERVICE_CATEGORIES.find((known) => known === change.proposed);
    return change.field === "category" && category ? { ...as, category } : null;
  }
  if (change.change === "new-provider") {
    const { providerName } = change;
    return { ...as, naming: providerName === "" ? "not-named" : "named", providerName };
  }
  if (change.change !== "moved") return null;
  const { placeId, placeName, addressLines, town, postcode, point, areaId } = change;
  return { ...as, placeId, placeName, addressLines, town, postcode, point, areaId };
}

type Same = {
  reportId: string;
  proposal: ChangeProposal /** Id of the entry. */;
  entryId: string;
  decidedOn: string;
};

/**
 * Cites the sources of a report about an entry where that is the same as what we have: for the entry that says so already, or for another service that the
 * change would make it a twin of.
 * @throws NotAllowedError where a second person would be asked ("needs-second-change"), or neither is so any more ("not-said").
 */
export async function citeForSame(db: Db, actor: Actor, same: Same): Promise<void> {
  const { reportId, proposal, entryId, decidedOn } = same;
  if ((await findRulesOfChange(db, { proposal }, SECOND_PERSON_RULES)).length > 0)
    throw new NotAllowedError("needs-second-change");
  const said = await findSaidAlready(db, proposal);
  if (said?.about.id === entryId) {
    await saveChange(db, actor, { proposal, reportId, decidedOn, reason: REPORT_APPROVED, isSaid: true });
    return;
  }
  // The entry itself is no twin of what it would be.
  const as = entryId === entryOf(proposal).id ? null : await asNewService(db, proposal);
  const added = as && { serviceId: entryId, reportId, proposal: as, decidedOn };
  if (!added || !(await doSourcesConfirm(db, added))) throw new NotAllowedError("not-said");
  await addSources(db, actor, added);
}

/** Reports that were found to say the same as one about an entry, once that is approved: each is cited for what the entry says now. */
export async function citeJoinedChanges(
  db: Db,
  actor: Actor,
  { reportId, serviceId, decidedOn }: { reportId: string; serviceId: string | null; decidedOn: string },
): Promise<void> {
  for (const { id, proposal } of await findReportsJoined(db, reportId)) {
    if (proposal.kind === "new-service") continue;
    const cited = { proposal, reportId: id, decidedOn, reason: REPORT_APPROVED };
    // That it is still there, or was checked, is said again by each.
    if (proposal.kind === "still-there" || proposal.kind === "not-outsourced")
      await saveChange(db, actor, cited);
    else if (await findSaidAlready(db, proposal)) await saveChange(db, actor, { ...cited, isSaid: true });
  }
  await passJoinedOn(db, reportId, {
    duplicateOfReportId: serviceId === null ? null : reportId,
    duplicateOfServiceId: serviceId,
  });
}
