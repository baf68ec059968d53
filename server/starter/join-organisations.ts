import type { Db } from "@/db/client";
import { findChangedFor } from "@/db/queries/record-changes";
import { starterId } from "@/db/seed/starter/starter-id";
import {
  type RegisteredOrganisation,
  type Registration,
  withNumbersByName,
} from "@/domain/registrations/registration";
import { type Merge, mergeRecords } from "@/server/records/merge-records";
import { findStoredOrganisations } from "@/server/registers/registrations/stored-organisations";
import { IMPORTER } from "@/server/starter/load-starter-data";

/**
 * Organisations of which an earlier load made two: one of the company's number, and one of the regulator's where the register left the
 * company's out, or one of the name under which waiting times are filed. So an installation that loaded them comes right; what an earlier
 * load made is merged into the other. What was merged so before is left as it is: somebody may have undone it since.
 */
export async function joinOrganisations(db: Db, registrations: readonly Registration[]): Promise<Merge[]> {
  const organisations = withNumbersByName(registrations).flatMap((one) =>
    one.form === "organisation" ? [one.organisation] : [],
  );
  const { ofNumber, ofName } = await findStoredOrganisations(db, organisations);
  const merges = organisations.flatMap((organisation): Merge[] => {
    const { companyNumber, providerId } = organisation;
    if (companyNumber === null) return [];
    const numbered = ofNumber(organisation) ?? ofName(organisation);
    if (numbered === undefined) return [];
    const unnumbered = { twin: ownId(providerId), into: numbered };
    const named = ofName({ ...organisation, companyNumber: NO_COMPANY });
    return named === undefined ? [unnumbered] : [unnumbered, { twin: ownId(companyNumber), into: named }];
  });
  const before = await findChangedFor(db, "provider", REASON);
  const byTwin = new Map(merges.flatMap((merge) => (before.has(merge.twin) ? [] : [[merge.twin, merge]])));
  return mergeRecords(db, IMPORTER, "provider", [...byTwin.values()], REASON);
}

const REASON = "The regulator’s register and another source name this organisation; both are of one company";

/** No company has it: whoever is found by name has no number. */
const NO_COMPANY = "none";

const ownId = (number: RegisteredOrganisation["providerId"]) => starterId(`provider/cqc/${number}`);
