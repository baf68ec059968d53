import type { Nation } from "@/domain/areas/area";
import { COVERED_KINDS, hasRegisterOf } from "@/domain/areas/coverage";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { PlaceKind } from "@/domain/places/place";
import { checkByHolder, type HeldService, isInside, type PlaceCheck } from "@/domain/places/place-check";
import type { PlaceOperator } from "@/domain/places/place-operator";
import { countsAs, type Definition, isUnknownBeside } from "@/domain/providers/legal-form";
import type { RegisteredAnswer } from "@/domain/registrations/registered";
import { type MayHaveEndedKey, mayHaveEndedKey } from "@/domain/services/may-have-ended";
import { isRunning } from "@/domain/services/running";

/**
 * The answer for a place (`product.md`, What is counted): outsourced, checked and not outsourced, or not looked at
 * yet. `planned` and `unclear` are what was found where neither can be said; `cannot-say` is for places of which no
 * register of their nation would tell us, `has-code` for those among them that some list of the NHS has all the same.
 * `inside` is what is known to run there in a place that nobody checked: none of it outsourced, which says nothing of the
 * rest; `no-longer-listed` is an entry that is over, with nothing newer known; `kind-not-known` is what organisations run there of which nobody knows whether they are the NHS's. A `head-office` is an address of an organisation: there is nothing to look at.
 */
export type PlaceAnswer = AnswerOfPlace & {
  /** Whose the place is, said before the rest: of an NHS hospital, and where nothing else is known. */
  operator?: PlaceOperator;
};

type AnswerOfPlace =
  /** `services-here`: others run services in a place that is the NHS's own, which is not outsourced for that. */
  | ({
      key: "outsourced" | "services-here" | "inside" | "kind-not-known" | "no-longer-listed";
    } & RunningServices)
  /** What runs there had little or no activity in its newest figures; `month` is the newest such month. */
  | ({ key: "little-activity"; month: string } & RunningServices)
  | { key: "planned"; services: number }
  /** Announced, and since on the government's list of such places; who runs it no source says. Months. */
  | { key: "announced-and-listed"; announcedOn: string; listedOn: string }
  /** `check-outsourced`: a check found that it is, and nobody has told by whom. */
  | { key: "not-outsourced" | "unclear" | "check-outsourced"; checkedOn: string; isDue: boolean }
  /** Nobody has checked; the regulator's register says who is registered to provide care. */
  | { key: "registered"; registered: RegisteredAnswer }
  /** The same of a practice that no official list has any more: what was, and it is no answer for today. */
  | { key: "was-registered"; registered: RegisteredAnswer }
  /** `not-listed`: not looked at either, and the registers that listed it do not any more. */
  | { key: "not-looked" | "not-listed" | "has-code" | "cannot-say" | "head-office" }
  /** Whose it is is known, and no service of others. */
  | { key: "none-found" };

/** The services that run at a place, by whom, and what is doubtful about that. */
export type RunningServices = {
  services: number;
  providers: string[];
  notNamed: number;
  doubt: PlaceDoubt | null;
  /** What the regulator's register says of one of them: then the answer has a day and a copy. */
  registered?: RegisteredAnswer;
  /** Of what is outsourced: the oldest day on which a source last said who runs one of them. */
  confirmedOn?: string;
};

/** That some of the services that run at a place may have ended: how many, and why. */
export type PlaceDoubt = { key: MayHaveEndedKey; ended: number };

/** What an answer is made from. */
export type PlaceToAnswer = {
  kind: PlaceKind;
  /** Null for a place that nobody could put in an area. */
  nation: Nation | null;
  /** Whether it has or had a code in any list: then at least its entry is known. */
  isInRegister: boolean;
  /** Whether one lists it today. */
  isListed: boolean;
  services: readonly (HeldService &
    Pick<ServiceRow, "provider" | "mayHaveEndedReason" | "notCounted" | "quietIn" | "listedCentreOn">)[];
  check: PlaceCheck | null;
  /** Whose it is, where a register says so and its name may be shown. */
  operator?: PlaceOperator | null;
  /** Of a GP practice, what the regulator's register says. */
  registered?: RegisteredAnswer | null;
  /** ISO day. */
  today: string;
};

export function answerForPlace(place: PlaceToAnswer, definition: Definition): PlaceAnswer {
  const answer = answerOf(place, definition);
  const { operator } = place;
  return operator && (operator.isNhs || answer.key === "none-found") ? { ...answer, operator } : answer;
}

function answerOf(
  { kind, nation, isInRegister, isListed, services, check, operator, registered, today }: PlaceToAnswer,
  definition: Definition,
): AnswerOfPlace {
  const counted = services.filter((service) => countsAs(service.kind, definition));
  const entries = counted.filter(({ status }) => status === "operating");
  const running = entries.filter(isRunning);
  if (running.length > 0)
    return {
      key: operator?.isNhs ? "services-here" : "outsourced",
      ...withRegistration({ ...runningOf(running), ...confirmedOf(running) }, registered ?? null),
    };
  const newest = newerOf(check, checkByHolder(kind, services));
  if (newest) {
    const { result, checkedOn } = newest;
    const key = result === "outsourced" ? "check-outsourced" : result;
    return { key, checkedOn, isDue: newest.dueAgainOn < today };
  }
  const quiet = entries.filter(({ notCounted }) => notCounted === "little-activity");
  if (quiet.length > 0)
    return { key: "little-activity", ...runningOf(quiet), doubt: null, month: monthOf(quiet) };
  if (entries.length > 0) return { key: "no-longer-listed", ...runningOf(entries), doubt: null };
  const unknown = services.filter(
    ({ status, kind: runner }) => status === "operating" && isUnknownBeside(runner, definition),
  );
  if (unknown.length > 0) return { key: "kind-not-known", ...runningOf(unknown) };
  const listed = services.find(({ status, listedCentreOn }) => status === "planned" && listedCentreOn);
  if (listed?.listedCentreOn)
    return {
      key: "announced-and-listed",
      announcedOn: (listed.lastConfirmedOn ?? "").slice(0, 7),
      listedOn: listed.listedCentreOn.slice(0, 7),
    };
  const planned = counted.filter(({ status }) => status === "planned").length;
  if (planned > 0) return { key: "planned", services: planned };
  const inside = services.filter((service) => service.status === "operating" && isInside(service.kind));
  if (inside.length > 0) return { key: "inside", ...runningOf(inside) };
  const covered = COVERED_KINDS.find((candidate) => candidate === kind);
  if (kind === "trust-headquarters") return { key: "head-office" };
  const isOver = isInRegister && !isListed;
  if (registered && kind === "gp-practice")
    return { key: isOver ? "was-registered" : "registered", registered };
  if (isOver) return { key: "not-listed" };
  if (operator) return { key: "none-found" };
  if (nation !== null && covered !== undefined && hasRegisterOf(nation, covered))
    return { key: "not-looked" };
  return { key: isInRegister ? "has-code" : "cannot-say" };
}

function runningOf(running: PlaceToAnswer["services"]): RunningServices {
  const providers = [...new Set(running.flatMap(({ provider }) => provider?.name ?? []))];
  const notNamed = running.filter(({ provider }) => provider === null).length;
  const reasons = running.flatMap(({ mayHaveEndedReason }) => mayHaveEndedReason ?? []);
  const doubt = reasons.length > 0 ? { key: mayHaveEndedKey(reasons), ended: reasons.length } : null;
  return { services: running.length, providers, notNamed, doubt };
}

/** A registration in doubt is a lead, and no day for an answer. */
function withRegistration(runs: RunningServices, registered: RegisteredAnswer | null): RunningServices {
  const isOfOne = registered?.holder != null && runs.providers.includes(registered.holder);
  return registered && isOfOne && registered.doubts.length === 0 ? { ...runs, registered } : runs;
}

function confirmedOf(running: PlaceToAnswer["services"]): Pick<RunningServices, "confirmedOn"> {
  const [oldest] = running.flatMap(({ lastConfirmedOn }) => lastConfirmedOn ?? []).sort();
  return oldest === undefined ? {} : { confirmedOn: oldest };
}

function monthOf(quiet: PlaceToAnswer["services"]): string {
  return quiet.reduce((latest, { quietIn }) => (quietIn && quietIn > latest ? quietIn : latest), "");
}

function newerOf(a: PlaceCheck | null, b: PlaceCheck | null): PlaceCheck | null {
  if (!a || !b) return a ?? b;
  return b.checkedOn > a.checkedOn ? b : a;
}
