import type { Db } from "@/db/client";
import { lockPublishing } from "@/db/queries/report-records";
import type { Actor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { REPORT_APPROVED } from "@/domain/records/change-batch";
import { slugOf } from "@/domain/records/slug";
import type { Effective } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { isServingArea } from "@/domain/reports/serves-area";
import { nameOfServiceFor, serviceNameOf } from "@/domain/reports/service-name";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { noteRunners } from "@/server/records/note-runners";
import { type ClaimDraft, type RecordDraft, saveRecords } from "@/server/records/save-records";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";
import { citeSources } from "@/server/reports/publishing/cite-sources";
import { assertNoTwin } from "@/server/reports/publishing/likely-twins";
import {
  type CitedSource,
  fact,
  inferred,
  WORKED_OUT_FROM,
} from "@/server/reports/publishing/new-service-facts";
import { refuseRevealing } from "@/server/reports/publishing/refuse-revealing";
import {
  newRecord,
  type Resolved,
  resolveCommissioner,
  resolvePlace,
  resolveProvider,
} from "@/server/reports/publishing/resolve-records";

export type PublishInput = {
  reportId: string;
  effective: Effective;
  /** Ids of likely twins that a moderator has looked at and found to be others. */
  notTheSameAs: readonly string[];
  /** The day of the decision, ISO. */
  decidedOn: string;
  /** The id of the service, and the batch that its facts belong to where they are to be taken back together. */
  serviceId: string;
  batchId: string | null;
};

/**
 * Publishes what a new-service report proposes: sources, provider, commissioner, place, contract and the service with
 * a claim for each fact, all in the caller's transaction. What is shown by area only, or serves an area, gets no place.
 * @throws InvalidInputError by field: a likely twin nobody has ruled out, an unknown postcode, a record that is gone.
 */
export async function publishNewService(db: Db, actor: Actor, input: PublishInput): Promise<void> {
  const { effective, decidedOn, reportId, serviceId, batchId } = input;
  const { proposal } = effective;
  await lockPublishing(db);
  await assertNoTwin(db, effective, input.notTheSameAs);
  await refuseRevealing(db, effective);

  const cited = await citeSources(db, proposal.sources, decidedOn);
  const [main, ...others] = cited;
  if (!main) throw new InvalidInputError({ sources: "source-required" });
  const areaOnly = (await findAreaOnlyRule(db))(proposal.category);
  const provider = await resolveProvider(db, effective, main, slugOf);
  const commissioner = await resolveCommissioner(db, effective, main, slugOf);
  const hasPlace = !areaOnly && !isServingArea(proposal);
  const place = hasPlace ? await resolvePlace(db, effective, main, slugOf, decidedOn) : null;
  const area = hasPlace ? null : await findHealthBodyOfAddress(db, proposal);
  const where = place
    ? fact(main, "place", { placeId: place.id, addressKey: "main" })
    : fact(main, "serves-area", { areaId: area?.id });
  const contract = contractOf(proposal, main, { provider, commissioner, areaOnly });

  const name =
    area && !areaOnly
      ? nameOfServiceFor(proposal.category, area.nameEn)
      : serviceNameOf(proposal.category, place?.name ?? proposal.placeName, areaOnly);
  const service: RecordDraft = {
    recordType: "service",
    recordId: serviceId,
    create: { slug: slugOf(name), visibility: areaOnly ? "area-only" : "published" },
    claims: [
      inferred(main, "name", name, WORKED_OUT_FROM.serviceName),
      where,
      ...factsOfService(proposal, main, { provider, commissioner, contract }),
      // We do not know which of the facts a further source states; that the service is there, it does.
      ...others.map((source) => fact(source, "status", proposal.status)),
    ],
  };
  const drafts = [provider?.draft, commissioner?.draft, place?.draft, contract?.draft, service];
  const context = {
    // The moderator's own words are for the author.
    reason: REPORT_APPROVED,
    action: "record.published" as const,
    subject: { type: "service" as const, id: serviceId },
    reportId,
    batchId,
  };
  await saveRecords(
    db,
    actor,
    drafts.filter((draft) => draft !== undefined),
    context,
  );
  await noteRunners(db, actor, [service], context);
}

type Parts = { provider: Resolved | null; commissioner: Resolved | null; contract: Resolved | null };

function factsOfService(proposal: NewServiceProposal, main: CitedSource, parts: Parts): ClaimDraft[] {
  const claims = [fact(main, "category", proposal.category), fact(main, "status", proposal.status)];
  if (parts.provider) claims.push(fact(main, "provider", { providerId: parts.provider.id }));
  else if (proposal.providerKind !== "") claims.push(fact(main, "provider-kind", proposal.providerKind));
  if (parts.commissioner) claims.push(fact(main, "commissioner", { commissionerId: parts.commissioner.id }));
  if (parts.contract) claims.push(fact(main, "contract", { contractId: parts.contract.id }));
  if (proposal.startedOn !== "") claims.push(fact(main, "started-on", proposal.startedOn));
  return claims;
}

/** A contract of which the type is known. "Not known" is no fact, so it makes no record. */
function contractOf(
  proposal: NewServiceProposal,
  main: CitedSource,
  { provider, commissioner, areaOnly }: Omit<Parts, "contract"> & { areaOnly: boolean },
): Resolved | null {
  if (proposal.contractType === "" || proposal.contractType === "unknown") return null;
  const claims = [fact(main, "type", proposal.contractType)];
  if (provider) claims.push(fact(main, "holder", { providerId: provider.id }));
  if (commissioner) claims.push(fact(main, "commissioner", { commissionerId: commissioner.id }));
  const visibility = areaOnly ? "area-only" : "published";
  return newRecord("contract", `${proposal.contractType}-contract`, claims, visibility);
}
