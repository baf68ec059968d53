import { expect, it } from "vitest";
import { COMPLAINT_KINDS } from "@/domain/complaint-kinds";
import { laterDay } from "@/domain/dates/business-days";
import { ukDayOf } from "@/domain/dates/partial-date";
import { complaintClocks, posterReplyBy, timeLeft } from "./complaint-clock";
import { COMPLAINT_LAWS } from "./complaint-law";

const friday = new Date("2026-11-27T15:00:00Z");

it.each(COMPLAINT_KINDS)("every complaint has 48 hours without the weekend and fourteen days: %s", (kind) => {
  const clocks = complaintClocks({ kind, law: null }, friday);
  expect(clocks.decideBy).toEqual(new Date("2026-12-01T15:00:00Z"));
  expect(clocks.replyBy).toEqual(new Date("2026-12-12T00:00:00Z"));
  expect(clocks.acknowledgeBy).toEqual(kind === "names-a-person" ? new Date("2026-12-28T00:00:00Z") : null);
});

it("the law sets that hour for a notice of defamation in England and Wales alone", () => {
  const statutory = COMPLAINT_KINDS.flatMap((kind) =>
    [...COMPLAINT_LAWS, null].flatMap((law) =>
      complaintClocks({ kind, law }, friday).isStatutory ? [[kind, law]] : [],
    ),
  );
  expect(statutory).toEqual([["defamation", "england-wales"]]);
});

it("whoever posted it has until midnight at the end of the fifth day after, on every day to the end of 2030", () => {
  for (let at = Date.UTC(2026, 0, 1, 21, 30); at < Date.UTC(2031, 0, 1); at += 86_400_000) {
    const by = posterReplyBy(new Date(at));
    const fifth = laterDay(ukDayOf(new Date(at)), 5);
    expect(ukDayOf(new Date(by.getTime() - 1))).toBe(fifth);
    expect(ukDayOf(by)).toBe(laterDay(fifth, 1));
  }
});

it.each([
  ["2026-11-27T15:00:00Z", 48, false],
  ["2026-11-27T23:30:00Z", 39, false],
  ["2026-11-29T12:00:00Z", 39, false],
  ["2026-12-01T14:01:00Z", 0, false],
  ["2026-12-01T15:00:00Z", 0, true],
])("at %s %i hours are left", (now, hours, isOver) => {
  const { decideBy } = complaintClocks({ kind: "defamation", law: "england-wales" }, friday);
  expect(timeLeft(decideBy, new Date(now))).toEqual({ hours, isOver });
});
