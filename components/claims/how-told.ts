import type { useTranslations } from "next-intl";
import { claimText, type Names, type ValueOfClaim } from "@/components/claims/claim-words";
import { saysSo } from "@/domain/claims/claim";
import { idsIn } from "@/domain/claims/reading";
import { saysTheSame } from "@/domain/same";

/** One fact before and after; null where nothing was said of it, or it is not shown at present. */
export type FactChange = {
  before: ValueOfClaim | null;
  after: ValueOfClaim | null;
  /** The contract or the payer of a service that it is said of; missing for the entry itself. */
  of?: "contract" | "commissioner" | null;
};

type Told = {
  /** Of `services.history`. */
  key: "added" | "gone" | "confirmed" | "fromTo" | "notSo" | "notSoConfirmed" | "notSoGone" | "soAgain";
  /** What stands in the sentence. */
  before: ValueOfClaim | null;
  after: ValueOfClaim | null;
  /** They point at records, of which the names are told alone. */
  isName: boolean;
};

/** In which words a fact is told from what to what; null where there is nothing to tell. */
export function howTold({ before, after }: FactChange): Told | null {
  if ((before && !saysSo(before.value)) || (after && !saysSo(after.value)))
    return notSoTold({ before, after });
  const told = { before, after, isName: false };
  if (before && after)
    return { ...told, key: saysTheSame(before.value, after.value) ? "confirmed" : "fromTo" };
  if (after) return { ...told, key: "added" };
  return before ? { ...told, key: "gone" } : null;
}

/** Where a source shows of one side that it is not so: that is no value, and nothing came "from" it. */
function notSoTold({ before, after }: FactChange): Told | null {
  const isSame = idsIn(before?.value)[0] === idsIn(after?.value)[0];
  const told = { before, after, isName: true };
  if (after && saysSo(after.value)) return { ...told, key: isSame ? "soAgain" : "added" };
  if (before && saysSo(before.value)) return { ...told, key: isSame ? "notSo" : "gone" };
  if (after) return { ...told, before: after, key: before && isSame ? "notSoConfirmed" : "notSo" };
  return before ? { ...told, key: "notSoGone" } : null;
}

type Words = ReturnType<typeof useTranslations<"services">>;

/** What a fact is called; one of a contract or a payer begins with which of them. */
export function fieldOfChange({ before, after, of }: FactChange, t: Words): string {
  const claim = after ?? before;
  const field = claim?.field ?? "name";
  const isOfPayer = field === "kind" && claim?.recordType === "commissioner";
  const named = t(`claim.field.${isOfPayer ? "commissioner-kind" : field}` as "claim.field.name");
  return of ? t("history.ofLine", { line: t(`claim.field.${of}`), field: named }) : named;
}

/** A fact from what to what as text: "Status: from Running to Ended". "" where there is nothing to tell. */
export function factText(
  row: FactChange,
  { names, t, inWords }: { names: Names; t: Words; inWords: (date: string) => string },
): string {
  const told = howTold(row);
  if (!told) return "";
  const value = (claim: ValueOfClaim | null) => () => {
    if (!claim) return "";
    const [id = ""] = idsIn(claim.value);
    return told.isName
      ? (names.get(id)?.name ?? t("claim.unnamedRecord"))
      : claimText(claim, { names, t, inWords });
  };
  const said = t.markup(`history.${told.key}`, { before: value(told.before), after: value(told.after) });
  return `${fieldOfChange(row, t)}: ${said}`;
}
