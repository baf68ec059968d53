import { z } from "zod";
import type { ServiceToDoubt } from "@/db/queries/register-places";
import type { Claim } from "@/domain/claims/claim";
import type { ImportOutcome, RowChange, RowPlan, RowProblem } from "@/domain/imports/outcome";
import { registerChange } from "@/domain/imports/register-change";
import { itemShape, renameInside } from "@/domain/imports/stored-item";
import type { RegisterBranch, RegisterPlace } from "@/domain/places/register-place";
import type { RecordDraft } from "@/server/records/save-records";
import type { EndedPlace } from "@/server/registers/ended-places";
import type { RegisterClaim } from "@/server/registers/register-claims";

/**
 * What a row of a register's edition is made from, kept with the row so that it can be planned again at its approval: a
 * place with the address its page would have (`sameAs` where it is one of ours under a new code), a branch of a
 * practice (`isTwice` where an earlier line has its code, which may have no row), a place of ours whose codes are over, a
 * service to doubt, or one whose doubt is lifted.
 */
export type RegisterItem =
  | { place: RegisterPlace; slug: string; sameAs: string | null }
  | { branch: RegisterBranch; isTwice?: true | undefined }
  | { ended: EndedPlace }
  | { doubt: RecordDraft; codes: string[] }
  | { lift: RecordDraft; codes: string[] };

/** Written by us and read by us: what lies further in is what the version says. */
const known = <T>() => z.custom<T>((value) => typeof value === "object" && value !== null);

export const registerShape = itemShape<RegisterItem>({
  shape: "register-entry",
  version: 2,
  schema: z.union([
    z.object({ place: known<RegisterPlace>(), slug: z.string(), sameAs: z.string().nullable() }),
    z.object({ branch: known<RegisterBranch>(), isTwice: z.literal(true).optional() }),
    z.object({ ended: known<EndedPlace>() }),
    z.object({ doubt: known<RecordDraft>(), codes: z.array(z.string()) }),
    z.object({ lift: known<RecordDraft>(), codes: z.array(z.string()) }),
  ]),
  lifts: { 1: (value) => renameInside(value, "place", { boardCode: "healthBodyCode" }) },
});

/** What one item would do to the records as they stand; `draft` is null where it would do nothing. */
export type PlannedRegisterItem = {
  item: RegisterItem;
  outcome: ImportOutcome;
  /** Why it is refused. */
  problems?: RowProblem[];
  warnings: RowProblem[];
  plan: RowPlan;
  draft: RecordDraft | null;
};

/** Codes of a service's place, in a form that can be compared. */
export function codesOf({ identifiers }: ServiceToDoubt): string[] {
  return identifiers.map(({ scheme, code }) => `${scheme} ${code}`).sort();
}

/** What a fact would change beside what is known of its place; null where it is no news. */
export type ChangeOf = (said: RegisterClaim, held: readonly Claim[], isOurs: boolean) => RowChange | null;

/** The claims that are news, what they would change, and those that a newer source contradicts. */
export function registerChangesOf(
  claims: readonly RegisterClaim[],
  held: readonly Claim[],
  isOurs: boolean,
  changeOf: ChangeOf = registerChange,
) {
  const news = claims.flatMap((claim) => {
    const change = changeOf(claim, held, isOurs);
    return change ? [{ claim, change }] : [];
  });
  const changes = news.map(({ change }) => change);
  const warnings: RowProblem[] = changes.flatMap(({ kind, field, from }) =>
    kind === "contradicts"
      ? { column: null, code: "source-older" as const, detail: `${field}: ${from}` }
      : [],
  );
  return { said: news.map(({ claim }) => claim), changes, warnings };
}

/** The plan of an item: what the row is called, before what it changes. */
export function planOf(serviceId: string | null, name: string): RowPlan {
  const service = { id: serviceId, name };
  return { place: null, areaId: null, service, provider: null, commissioner: null, changes: [] };
}
