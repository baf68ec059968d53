import { describe, expect, test } from "vitest";
import type { Claim, ClaimField } from "@/domain/claims/claim";
import { registerChange } from "./register-change";

const held = (field: ClaimField, value: unknown, given: Partial<Claim> = {}): Claim => ({
  id: "held",
  recordType: "place",
  recordId: "p",
  field,
  value,
  validFrom: null,
  validTo: null,
  sourceId: "older",
  says: "",
  confirmedOn: "2026-09-01",
  recordedAt: new Date("2026-09-02"),
  supersededBy: null,
  ...given,
});
const said = (field: ClaimField, value: unknown, confirmedOn = "2026-10-01") => ({
  id: "said",
  field,
  value,
  sourceId: "newer",
  confirmedOn,
});
const code = (given: Record<string, unknown>) => ({
  scheme: "ods-organisation",
  code: "A82019",
  from: "2001-04-01",
  to: null,
  ...given,
});

describe("what becomes of an entry", () => {
  const open = code({});
  const closed = code({ to: "2026-09-30" });
  const gone = code({ isListed: false });
  test.each([
    ["it ends on a day", closed, open, { kind: "ends", from: "A82019 (2001-04-01–)", to: "2026-09-30" }],
    ["it ends on another day", code({ to: "2026-08-31" }), closed, { kind: "ends", to: "2026-08-31" }],
    [
      "it ends the same day, and began earlier",
      code({ from: null, to: "2026-09-30" }),
      closed,
      { kind: "changes" },
    ],
    ["it is not listed any more", gone, open, { kind: "drops", to: "A82019" }],
    ["it ends on a day after all", closed, gone, { kind: "ends", from: "A82019 (2001-04-01–?)" }],
    ["it opens again", open, closed, { kind: "relists", to: "A82019 (2001-04-01–)" }],
    ["it is listed again", open, gone, { kind: "relists", from: "A82019 (2001-04-01–?)" }],
    ["it only began earlier", code({ from: "1990-01-01" }), open, { kind: "changes" }],
    ["it says the same", closed, closed, null],
  ])("%s", (_, now, before, expected) => {
    const change = registerChange(said("identifier", now), [held("identifier", before)], true);
    if (expected === null) expect(change).toBeNull();
    else expect(change).toMatchObject(expected);
  });

  test("an older edition stands beside the newer", () => {
    const change = registerChange(said("identifier", gone, "2026-08-01"), [held("identifier", open)], true);
    expect(change).toMatchObject({ kind: "contradicts" });
  });
});

test("to a place that others brought, an address at a held postcode is no news; one at a branch's postcode is", () => {
  const at = (key: string, lines: string) => ({ key, lines, town: "Carlisle", postcode: "CA1 1QS" });
  const change = (key: string) =>
    registerChange(said("address", at("main", "1 Street")), [held("address", at(key, "The Clinic"))], false);
  expect(change("main")).toBeNull();
  expect(change("A82019001")).toMatchObject({ kind: "sets" });
});
