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

describe("what holds already", () => {
  const address = (given: Record<string, unknown>) => ({
    key: "main",
    lines: "1 High Street",
    town: "Carlisle",
    postcode: "CA2 7HY",
    lat: null,
    lon: null,
    ...given,
  });

  test("a name that another source says adds nothing; another name that it said once neither", () => {
    expect(registerChange(said("name", "Clinic"), [held("name", "Clinic")], true)).toBeNull();
    const later = held("name", "Other", { id: "later", confirmedOn: "2026-11-01" });
    const before = held("name", "Clinic", { sourceId: "newer" });
    expect(registerChange(said("name", "Clinic"), [before, later], true)).toBeNull();
    // The same source said another thing, or another source said this one: neither is this edition's own word.
    expect(registerChange(said("name", "Third"), [before, later], true)).toMatchObject({
      from: "Other",
      to: "Third",
    });
    const overtaken = held("name", "Clinic", { confirmedOn: "2026-08-01" });
    expect(registerChange(said("name", "Clinic"), [overtaken, later], true)).toMatchObject({
      kind: "contradicts",
    });
  });

  test("a claim that is stored under this very id is this one", () => {
    expect(registerChange(said("name", "Clinic"), [held("name", "Old", { id: "said" })], true)).toBeNull();
  });

  test("what stands in another field is about something else", () => {
    expect(registerChange(said("name", "Clinic"), [held("kind", "Clinic")], true)).toEqual({
      field: "name",
      kind: "sets",
      from: null,
      to: "Clinic",
    });
  });

  test("one of two branches is held", () => {
    const all = [
      held("address", address({})),
      held("address", address({ key: "B1", lines: "2 Low Lane" }), { id: "b" }),
    ];
    expect(
      registerChange(said("address", address({ key: "B1", lines: "2 Low Lane" })), all, true),
    ).toBeNull();
    expect(
      registerChange(said("address", address({ key: "B1", lines: "3 Low Lane" })), all, true),
    ).toMatchObject({
      kind: "changes",
      from: "2 Low Lane, Carlisle, CA2 7HY",
      to: "3 Low Lane, Carlisle, CA2 7HY",
    });
  });

  test("an address at the postcode that we hold is taken only where the register brought the place", () => {
    const ours = held("address", address({ lat: 54.9, lon: -2.9 }));
    const same = said("address", address({ lines: "1 High St" }));
    expect(registerChange(same, [ours], false)).toBeNull();
    expect(registerChange(same, [ours], true)).toMatchObject({
      kind: "changes",
      from: "1 High Street, Carlisle, CA2 7HY, 54.9, -2.9",
      to: "1 High St, Carlisle, CA2 7HY",
    });
    expect(registerChange(said("address", address({ postcode: "CA1 1QS" })), [ours], false)?.kind).toBe(
      "changes",
    );
    expect(registerChange(said("address", address({ key: "B1" })), [ours], false)?.kind).toBe("sets");
    // Another field that happens to have a postcode in it is no address.
    expect(registerChange(said("name", "B"), [held("name", "A")], false)?.kind).toBe("changes");
  });

  test("confirmed on the same day it changes what is there", () => {
    const one = held("name", "Old", { confirmedOn: "2026-10-01" });
    expect(registerChange(said("name", "New"), [one], true)?.kind).toBe("changes");
  });
});

describe("a value in words", () => {
  test.each([
    ["kind", null, "null"],
    ["kind", 7, "7"],
    ["identifier", { code: "A1" }, "A1"],
    ["identifier", { code: "A1", from: "2001", to: null }, "A1 (2001–)"],
    ["identifier", { code: "A1", from: null, to: "2020" }, "A1 (–2020)"],
    ["identifier", { code: "A1", from: null, to: "2020", isListed: false }, "A1 (–?)"],
    ["succeeds", { organisations: [{ name: "A" }, { name: "B" }] }, "A, B"],
    [
      "address",
      { lines: "1 High Street", town: "", postcode: "CA2 7HY", lat: null, lon: null },
      "1 High Street, CA2 7HY",
    ],
    ["address", { lines: "", town: "Carlisle", postcode: "", lat: 0, lon: -2.9 }, "Carlisle, 0, -2.9"],
  ])("of %s: %j is %j", (field, value, words) => {
    expect(registerChange(said(field as ClaimField, value), [], true)?.to).toBe(words);
  });
});
