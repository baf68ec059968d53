import type { Nation } from "@/domain/areas/area";
import { type Coverage, hasRegister, isLow } from "@/domain/areas/coverage";
import { type Counts, checkedBetween } from "@/domain/figures/count";
import { type MayHaveEndedKey, mayHaveEndedKey } from "@/domain/services/may-have-ended";

/**
 * One part of the answer for an area: a key of the message catalogue `areas.answer` and what goes into it. The words
 * and their plurals are the catalogue's; which parts are said, and in which order, is decided here.
 */
export type AnswerPart =
  | { key: "running"; values: Running & { providers: number; notNamed: number } }
  /** Where no source names any of the providers. */
  | { key: "runningNotNamed"; values: Running }
  | { key: "noneYet" | "noneRunning" | "cannotSay"; values: Record<never, never> }
  | { key: "plannedToo" | "plannedOnly"; values: { planned: number } }
  /** Of the places that registers list, few were looked at. */
  | { key: "lowCoverage"; values: { known: number; checked: number } }
  | { key: MayHaveEndedKey; values: { services: number; ended: number } }
  /** Entries that are over and not counted: how many, and the names of one or two. */
  | { key: "noLongerListed"; values: { gone: number; first: string; second: string } };

/**
 * When sources last said who runs them (ISO, year and month): the newest in `date`, the oldest in `from` where that is
 * another; null where none has a date.
 */
type Running = { services: number; places: number; date: string | null; from: string | null };

/**
 * What we can say about an area, in order. Never a bare number, and never "none": nobody has looked everywhere.
 * @param reasons why each of the counted services may have ended (`may-have-ended` claims), one entry a service.
 * @param gone names of those that are no longer listed separately, which are not among the counted.
 */
export function answerFor(
  counts: Counts,
  nation: Nation,
  reasons: readonly string[],
  coverage: Pick<Coverage, "known" | "checked">,
  gone: readonly string[] = [],
): AnswerPart[] {
  const parts = countedFor(counts, nation, reasons);
  const [first = "", second = ""] = gone;
  if (gone.length > 0) parts.push({ key: "noLongerListed", values: { gone: gone.length, first, second } });
  if (!isLow(coverage)) return parts;
  const { known, checked } = coverage;
  return [...parts, { key: "lowCoverage", values: { known, checked } }];
}

function countedFor(counts: Counts, nation: Nation, reasons: readonly string[]): AnswerPart[] {
  const { services, places, providers, notNamed, planned, mayHaveEnded } = counts;
  const { from, date } = checkedBetween(counts);
  if (services === 0 && planned === 0) {
    return [{ key: hasRegister(nation) ? "noneYet" : "cannotSay", values: {} }];
  }
  if (services === 0) {
    return [
      { key: "plannedOnly", values: { planned } },
      { key: "noneRunning", values: {} },
    ];
  }
  const parts: AnswerPart[] = [
    providers === 0
      ? { key: "runningNotNamed", values: { services, places, date, from } }
      : { key: "running", values: { services, places, providers, notNamed, date, from } },
  ];
  if (mayHaveEnded > 0) {
    parts.push({ key: mayHaveEndedKey(reasons), values: { services, ended: mayHaveEnded } });
  }
  if (planned > 0) parts.push({ key: "plannedToo", values: { planned } });
  return parts;
}
