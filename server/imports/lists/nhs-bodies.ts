import type { Db } from "@/db/client";
import { findNhsBodies } from "@/db/queries/imports-known";
import { isNhs, readClassification } from "@/db/reference/provider-classification";
import { type NhsNames, nhsNames } from "@/domain/imports/nhs-names";

/** Read once: it comes with a release and does not change while one runs. */
let classified: { id: string; name: string }[] | undefined;

/** Bodies and companies of the NHS that people found behind codes which the register of trusts does not have. */
function classifiedBodies(): { id: string; name: string }[] {
  classified ??= Object.entries(readClassification().providers).flatMap(([key, provider]) =>
    isNhs(provider) ? [{ id: `classification/${key}`, name: provider.name }] : [],
  );
  return classified;
}

/** The names of who belongs to the NHS, as far as we hold them: in the record, and in the reviewed table of providers. */
export async function loadNhsNames(db: Db): Promise<NhsNames> {
  return nhsNames([...(await findNhsBodies(db)), ...classifiedBodies()]);
}
