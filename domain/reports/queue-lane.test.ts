import { expect, it } from "vitest";
import { laneOf } from "./queue-lane";

type Case = Parameters<typeof laneOf>[0];
const waiting: Case = { state: "submitted", kind: "new-service", appealedFrom: null, setAsideAt: null };
const somebody = "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb";

it.each([
  [{}, "new"],
  [{ state: "in-review" }, "new"],
  [{ kind: "still-there" }, "changes"],
  [{ kind: "still-there", appealedFrom: somebody }, "appeals"],
  [{ appealedFrom: somebody }, "appeals"],
  [{ state: "awaiting-second" }, "second"],
  [{ state: "awaiting-second", appealedFrom: somebody }, "second"],
  [{ state: "draft" }, null],
  [{ state: "approved" }, null],
  [{ state: "changes-requested" }, null],
  [{ setAsideAt: new Date(0) }, null],
  [{ state: "awaiting-second", setAsideAt: new Date(0) }, null],
] satisfies [Partial<Case>, ReturnType<typeof laneOf>][])(
  "a report with %j is in the lane %s",
  (given, lane) => {
    expect(laneOf({ ...waiting, ...given })).toBe(lane);
  },
);
