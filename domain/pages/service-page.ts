import type { DisputeRead } from "@/domain/claims/dispute";
import type { ChangeRead, ClaimRead, RecordName } from "@/domain/claims/reading";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { PublicPicture } from "@/domain/files/report-file";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { RegisteredAnswer } from "@/domain/registrations/registered";

/** All that a service's page says. */
export type ServicePageData = {
  service: ServiceRow & { slug: string; name: string };
  /** Of general practice that runs at a place: what the regulator's register says of who is registered there; else null. */
  registered: RegisteredAnswer | null;
  /** What it took over from, as far as those have pages of their own. */
  before: ServiceRow[];
  claims: ClaimRead[];
  /** Each contract's own claims. */
  contracts: ClaimRead[][];
  names: ReadonlyMap<string, RecordName>;
  areas: AreaSummary[];
  changes: ChangeRead[];
  /** Published pictures, each beside one of the sources. */
  pictures: PublicPicture[];
  /** What whoever runs it wrote about its entry, as a fact of that organisation; null where it is not named here, or wrote nothing. */
  comment: ClaimRead | null;
  /** What is disputed, in a moderator's words. */
  disputes: DisputeRead[];
};
