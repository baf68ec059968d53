import type { PlaceEntry } from "@/db/queries/register-places";
import type { Claim } from "@/domain/claims/claim";
import type { RowProblem } from "@/domain/imports/outcome";
import type { RegisterBranch } from "@/domain/places/register-place";
import { checkPosition } from "@/server/imports/engine/check-position";
import {
  type PlannedRegisterItem,
  planOf,
  type RegisterItem,
  registerChangesOf,
} from "@/server/imports/registers/register-item";
import { branchClaims } from "@/server/registers/branches";
import type { RegisterSource } from "@/server/registers/register-sources";

type BranchItem = Extract<RegisterItem, { branch: unknown }>;

/**
 * What a branch would add to its practice: an address with a code of its own. One that has ended adds nothing but its last
 * day, to a branch that we have. One whose practice we do not have is refused, because it is no place of its own.
 */
export function planBranch(
  item: BranchItem,
  practice: { id: string; name: string; held: readonly Claim[] } | null,
  source: RegisterSource,
): PlannedRegisterItem {
  const { branch } = item;
  if (item.isTwice) return refused(item, "branch-twice", branch.code);
  if (practice === null) return unknownPractice(item);
  const isHeld = practice.held.some(({ field, value }) => field === "identifier" && isOf(branch, value));
  const claims = branch.to !== null && !isHeld ? [] : branchClaims(branch, practice.id, source);
  const { said, changes, ...found } = registerChangesOf(claims, practice.held, true);
  const isPlaced = changes.some(({ field }) => field === "address");
  const warnings = [...found.warnings, ...(isPlaced ? warningsOfPosition(branch) : [])];
  const outcome = changes.length === 0 ? "unchanged" : isHeld ? "changed" : "new";
  const plan = { ...planOf(null, `${practice.name}: ${branch.name}`), changes };
  const draft = { recordType: "place" as const, recordId: practice.id, claims: said };
  return { item, outcome, warnings, plan, draft: changes.length === 0 ? null : draft };
}

/** A register's postcode is not refused, since it may know better; but whoever reads the preview should hear of it. */
function warningsOfPosition({ address: { postcode, town, lat } }: RegisterBranch): RowProblem[] {
  const checked = postcode === "" ? null : checkPosition({ postcode, town, lat: null, lon: null });
  if (checked && "problem" in checked) return [checked.problem];
  return lat === null ? [{ column: "postcode", code: "not-placed", detail: town }] : [];
}

function unknownPractice(item: BranchItem): PlannedRegisterItem {
  const { name, practiceCode, to } = item.branch;
  // What is over is no news, of whomever it was.
  if (to !== null) return { item, outcome: "unchanged", warnings: [], plan: planOf(null, name), draft: null };
  return refused(item, "branch-no-practice", practiceCode);
}

function refused(item: BranchItem, code: RowProblem["code"], detail: string): PlannedRegisterItem {
  const problems = [{ column: null, code, detail }];
  const plan = planOf(null, item.branch.name);
  return { item, outcome: "refused", problems, warnings: [], plan, draft: null };
}

function isOf({ code }: RegisterBranch, value: unknown): boolean {
  const { scheme, code: held } = value as Partial<PlaceEntry>;
  return scheme === "ods-branch" && held === code;
}
