import type { Nation } from "@/domain/areas/area";
import { type Coverage, hasRegister, isLow } from "@/domain/areas/coverage";
import { ENOUGH_PLACES } from "@/domain/figures/compare-services";
import { type Counts, checkedBetween } from "@/domain/figures/count";
import type { RegisteredSum } from "@/domain/registrations/registered-sum";
import { type MayHaveEndedKey, mayHaveEndedKey } from "@/domain/services/may-have-ended";

/**
 * One part of the answer for an area: a key of the message catalogue `areas.answer` and what goes into it. The words
 * and their plurals are the catalogue's; which parts are said, and in which order, is decided here.
 */
export type AnswerPart =
  | { key: "running"; values: Running & { providers: number; notNamed: number } }
  /** When sources last said who runs them (ISO, year and month): the newest, and the oldest where it is another. */
  | { key: "sources"; values: { date: string; from: string | null } }
  /** Where no source names any of the providers. */
  | { key: "runningNotNamed"; values: Running }
  | { key: "noneYet" | "cannotSay"; values: On }
  | { key: "plannedOnly"; values: On & { planned: number } }
  | { key: "plannedToo" | "noneRunning"; values: { planned: number } }
  /** Services in towns that the area shares with others, so that they may be in it or not: not counted. */
  | { key: "sharedTowns"; values: { shared: number; towns: string } }
  /** Services of which no source names the town: their pins stand in the middle of the town that they are named after. Not counted. */
  | { key: "namedAfter"; values: { named: number } }
  /** The nearest outside, where there is none inside: its name, and miles from the middle of the area. */
  | { key: "nearest"; values: { nearest: string; miles: number } }
  /** Of the places on official lists, few were checked. */
  | { key: "lowCoverage"; values: { known: number; checked: number } }
  | { key: MayHaveEndedKey; values: { services: number; ended: number } }
  /** Entries that are over and not counted: how many, and the names of one or two. */
  | { key: "noLongerListed"; values: { gone: number; first: string; second: string } }
  /** Services with little or no activity in their newest figures, which are not counted. */
  | { key: "littleActivity"; values: { quiet: number } }
  /** What the regulator's register says of the GP practices; in a share only where there are enough of them. */
  | { key: "registered"; values: RegisteredSum & { share: number; size: "few" | "many" } }
  | { key: "registeredNotChecked"; values: Pick<RegisteredSum, "notChecked" | "outside"> }
  | { key: "registeredBeside"; values: Pick<RegisteredSum, "memberPractices" | "nhs"> & { beside: string } }
  | {
      key: "registeredRest";
      values: Pick<RegisteredSum, "partners"> & { gpCompanies: number; isAll: "yes" | "no" };
    };

/**
 * The headline of the GP practices: how many are registered to organisations outside the NHS, and beside it all others, so that
 * a reader can add them up.
 */
export function answerForPractices(sum: RegisteredSum | null): AnswerPart[] {
  if (!sum) return [];
  const { answered, outside, notChecked, memberPractices, nhs, partners, gpCompanies } = sum;
  const size = sum.known < ENOUGH_PLACES ? "few" : "many";
  const share = answered === 0 ? 0 : outside / answered;
  const parts: AnswerPart[] = [{ key: "registered", values: { ...sum, share, size } }];
  if (notChecked > 0) parts.push({ key: "registeredNotChecked", values: { notChecked, outside } });
  const beside = memberPractices === 0 ? "nhs" : nhs === 0 ? "members" : "both";
  if (memberPractices + nhs > 0)
    parts.push({ key: "registeredBeside", values: { memberPractices, nhs, beside } });
  const isAll = partners + gpCompanies === answered ? "yes" : "no";
  if (partners + gpCompanies > 0)
    parts.push({ key: "registeredRest", values: { partners: partners + gpCompanies, gpCompanies, isAll } });
  return parts;
}

/** The services, and what the regulator's register says of the practices, each for itself: together they are ten lines. */
export function inParagraphs(parts: readonly AnswerPart[]): AnswerPart[][] {
  const register = parts.findIndex(({ key }) => key === "registered");
  const paragraphs = register > 0 ? [parts.slice(0, register), parts.slice(register)] : [[...parts]];
  return paragraphs.filter((one) => one.length > 0);
}

/** The day of the answer (ISO): a sentence that is copied out of the page must carry it. */
type On = { on: string };
type Running = On & { services: number };

/**
 * What we can say about an area, in order. Never a bare number, and never "none": nobody has looked everywhere.
 * @param reasons why each of the counted services may have ended (`may-have-ended` claims), one entry a service.
 * @param gone names of those that are no longer listed separately, which are not among the counted.
 * @param on the day for which it is said, ISO.
 */
export function answerFor(
  counts: Counts,
  nation: Nation,
  reasons: readonly string[],
  coverage: Pick<Coverage, "known" | "checked">,
  gone: readonly string[],
  on: string,
): AnswerPart[] {
  const parts = countedFor(counts, nation, reasons, on);
  const [first = "", second = ""] = gone;
  if (gone.length > 0) parts.push({ key: "noLongerListed", values: { gone: gone.length, first, second } });
  if (counts.littleActivity > 0)
    parts.push({ key: "littleActivity", values: { quiet: counts.littleActivity } });
  const { from, date } = checkedBetween(counts);
  if (counts.services > 0 && date) parts.push({ key: "sources", values: { date, from } });
  if (!isLow(coverage)) return parts;
  const { known, checked } = coverage;
  return [...parts, { key: "lowCoverage", values: { known, checked } }];
}

function countedFor(counts: Counts, nation: Nation, reasons: readonly string[], on: string): AnswerPart[] {
  const { services, providers, notNamed, planned, mayHaveEnded } = counts;
  if (services === 0 && planned === 0) {
    return [{ key: hasRegister(nation) ? "noneYet" : "cannotSay", values: { on } }];
  }
  if (services === 0) {
    return [
      { key: "plannedOnly", values: { planned, on } },
      { key: "noneRunning", values: { planned } },
    ];
  }
  const parts: AnswerPart[] = [
    providers === 0
      ? { key: "runningNotNamed", values: { services, on } }
      : { key: "running", values: { services, providers, notNamed, on } },
  ];
  if (mayHaveEnded > 0) {
    parts.push({ key: mayHaveEndedKey(reasons), values: { services, ended: mayHaveEnded } });
  }
  if (planned > 0) parts.push({ key: "plannedToo", values: { planned } });
  return parts;
}
