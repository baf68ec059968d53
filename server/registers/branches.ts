import type { Db } from "@/db/client";
import { listCodesOfRegister } from "@/db/queries/imports-registers";
import type { PlaceEntry } from "@/db/queries/register-places";
import { starterId } from "@/db/seed/starter/starter-id";
import type { ClaimField } from "@/domain/claims/claim";
import { dateInWords } from "@/domain/dates/in-words";
import type { RegisterBranch } from "@/domain/places/register-place";
import { isOvertaken, sourcesOfRegister } from "@/server/registers/edition-in-force";
import type { EndedPlace } from "@/server/registers/ended-places";
import { addressSays, type RegisterClaim } from "@/server/registers/register-claims";
import type { RegisterSource } from "@/server/registers/register-sources";

/** Tells the place of a branch's practice, by the practice's code: the one that it was merged into, where it was. */
export function branchPlacer(
  entries: readonly PlaceEntry[],
): (branch: Pick<RegisterBranch, "practiceCode">) => string | null {
  const practices = entries.filter(({ scheme, kind, isErased }) => {
    return scheme === "ods-organisation" && kind === "gp-practice" && !isErased;
  });
  const byCode = new Map(practices.map(({ code, standsAs }) => [code, standsAs]));
  return ({ practiceCode }) => byCode.get(practiceCode) ?? null;
}

/**
 * Whether a line says again, or otherwise, what one before it said of a branch: nobody can tell which is right. One that
 * left a practice and goes on at another is in two lines and is no such branch.
 */
export function isSecondOf(branch: RegisterBranch, earlier: readonly RegisterBranch[]): boolean {
  return earlier.some(
    ({ practiceCode, to }) => practiceCode === branch.practiceCode || (to === null && branch.to === null),
  );
}

/** What an edition says of a branch, as facts of its practice's place: its code, and its address while it goes on. */
export function branchClaims(
  { code, practiceCode, from, to, address }: RegisterBranch,
  placeId: string,
  { row, confirmedOn }: RegisterSource,
): RegisterClaim[] {
  const claim = (field: ClaimField, value: unknown, says: string): RegisterClaim => ({
    id: starterId(`place/${placeId}#${field}#${JSON.stringify(value)}#${row.sourceKey}`),
    field,
    value,
    sourceId: row.id,
    says,
    confirmedOn,
  });
  const identifier = { scheme: "ods-branch", code, from, to };
  const of = `${code} as a branch of ${practiceCode}`;
  if (to !== null) {
    const says = `Lists ${of} that closed or left it on ${dateInWords(to, "en")}. That does not say that care there ended.`;
    return [claim("identifier", identifier, says)];
  }
  const since = from === null ? "" : ` since ${dateInWords(from, "en")}`;
  return [
    claim("identifier", identifier, `Lists ${of}, open${since}.`),
    claim("address", { key: code, ...address }, addressSays(address, code)),
  ];
}

/** The branches of ours that an edition does not list any more, or lists as another practice's. */
export async function findDroppedBranches(
  db: Db,
  edition: string,
  { branches, entries }: { branches: readonly RegisterBranch[]; entries: readonly PlaceEntry[] },
): Promise<EndedPlace[]> {
  if (await isOvertaken(db, "gp-branches", edition)) return [];
  const placeOf = branchPlacer(entries);
  const listed = new Set(branches.map((branch) => `${placeOf(branch)} ${branch.code}`));
  const known = await listCodesOfRegister(db, sourcesOfRegister("gp-branches"));
  const gone = entries.filter(({ placeId, scheme, code, ...entry }) => {
    const isOpen = scheme === "ods-branch" && entry.to === null && entry.isListed && !entry.isErased;
    return isOpen && known.has(`${placeId} ${scheme} ${code}`) && !listed.has(`${entry.standsAs} ${code}`);
  });
  return gone.map(({ placeId, scheme, code }) => ({
    placeId,
    codes: [{ scheme, code, to: null, isNamed: false }],
  }));
}
