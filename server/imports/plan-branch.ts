import type { PlaceEntry } from "@/db/queries/register-places";
import type { Claim } from "@/domain/claims/claim";
import type { RegisterBranch } from "@/domain/places/register-place";
import { changesOf, type PlannedItem, planOf, type RegisterItem } from "@/server/imports/register-item";
import { branchClaims } from "@/server/registers/branches";
import type { RegisterSource } from "@/server/registers/register-sources";

/**
 * What a branch would add to its practice: an address with a code of its own. One that has ended adds nothing but its last
 * day, to a branch that we have. One whose practice we do not have is refused, because it is no place of its own.
 */
export function planBranch(
  item: Extract<RegisterItem, { branch: unknown }>,
  practice: { id: string; name: string; held: readonly Claim[] } | null,
  source: RegisterSource,
): PlannedItem {
  const { branch } = item;
  if (practice === null) return unknownPractice(item);
  const isHeld = practice.held.some(({ field, value }) => field === "identifier" && isOf(branch, value));
  const claims = branch.to !== null && !isHeld ? [] : branchClaims(branch, practice.id, source);
  const { said, changes, warnings } = changesOf(claims, practice.held, true);
  const outcome = changes.length === 0 ? "unchanged" : isHeld ? "changed" : "new";
  const plan = { ...planOf(null, `${practice.name}: ${branch.name}`), changes };
  const draft = { recordType: "place" as const, recordId: practice.id, claims: said };
  return { item, outcome, warnings, plan, draft: changes.length === 0 ? null : draft };
}

function unknownPractice(item: { branch: RegisterBranch }): PlannedItem {
  const { name, practiceCode, to } = item.branch;
  const common = { item, warnings: [], plan: planOf(null, name), draft: null };
  // What is over is no news, of whomever it was.
  if (to !== null) return { ...common, outcome: "unchanged" };
  const problem = { column: null, code: "branch-no-practice" as const, detail: practiceCode };
  return { ...common, outcome: "refused", problems: [problem] };
}

function isOf({ code }: RegisterBranch, value: unknown): boolean {
  const { scheme, code: held } = value as Partial<PlaceEntry>;
  return scheme === "ods-branch" && held === code;
}
