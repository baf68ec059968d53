import type { Db } from "@/db/client";
import { findProviderByName } from "@/db/queries/report-records";
import { findRecord } from "@/db/queries/withholdings";
import { isOneOf } from "@/domain/lists/is-one-of";
import { questionOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { namesAPerson } from "@/domain/reports/names-a-person";
import type { SecondPersonRule } from "@/domain/reports/second-person";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";
import { findAreaOnlyRule } from "@/server/records/area-only";

/**
 * The rules that ask for a second person before an entry is changed; as for a new one, of what the change says.
 * @param change.sent what its author sent, where a moderator changed it: the words of both are looked at.
 */
export async function findRulesOfChange(
  db: Db,
  { proposal, sent = proposal }: { proposal: ChangeProposal; sent?: ChangeProposal },
  active: readonly SecondPersonRule[],
): Promise<SecondPersonRule[]> {
  const isAreaOnly = await findAreaOnlyRule(db);
  const { about } = questionOf(proposal);
  // Without a lock: publishing takes its own before it locks any record.
  const row = await findRecord(db, about.type, about.id);
  const name = providerNamed(proposal);
  const isSensitive = (said: unknown) => isOneOf(SERVICE_CATEGORIES, said) && isAreaOnly(said);
  const isHidden = row?.visibility === "area-only" || isSensitive(categoryIn(proposal));
  const both = [sent, proposal];
  const found: Record<SecondPersonRule, boolean> = {
    "area-only-category": isHidden,
    "may-be-area-only":
      !isHidden &&
      (isSensitive(categoryIn(sent)) ||
        both.some((each) => sensitiveWords(toldBy(each), isAreaOnly) !== null)),
    "names-a-person": namesAPerson(name),
    "new-provider-legal-form":
      (proposal.kind === "correction" && proposal.field === "legal-form") ||
      (proposal.kind === "change" &&
        proposal.change === "new-provider" &&
        name !== "" &&
        !["", "private-sector"].includes(proposal.providerKind) &&
        (await findProviderByName(db, name)) === undefined),
  };
  return active.filter((rule) => found[rule]);
}

function categoryIn(proposal: ChangeProposal): unknown {
  return proposal.kind === "correction" && proposal.field === "category" ? proposal.proposed : null;
}

/** Facts of an organisation that are its name or its owners'. */
const NAMES_OF_PROVIDER: ReadonlySet<string> = new Set(["name", "parent", "owners"]);

/** Facts of a service that are the name of an organisation. */
const NAMES_OF_SERVICE: ReadonlySet<string> = new Set([
  "provider",
  "commissioner",
  "commissioner-name",
  "contract-holder",
  "contract-commissioner",
]);

function providerNamed(proposal: ChangeProposal): string {
  if (proposal.kind === "change") return proposal.change === "new-provider" ? proposal.providerName : "";
  if (proposal.kind !== "correction") return "";
  const isName =
    proposal.recordType === "provider"
      ? NAMES_OF_PROVIDER.has(proposal.field)
      : NAMES_OF_SERVICE.has(proposal.field);
  return isName ? String(proposal.proposed) : "";
}

/** All that a report says, the author's note too. */
function toldBy(proposal: ChangeProposal): string {
  const sources = "sources" in proposal ? proposal.sources : [];
  const told = sources.flatMap(({ title, publisher, url, says }) => [title, publisher, url, says]);
  const said = proposal.kind === "correction" ? JSON.stringify(proposal.proposed) : "";
  const where =
    proposal.kind === "change" && proposal.change === "moved"
      ? [proposal.placeName, proposal.addressLines, proposal.town]
      : [];
  return [providerNamed(proposal), said, ...where, proposal.note, ...told].join(" / ");
}
