import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsInForce } from "./in-force";
import { claimsAt, historyOf, type KeptClaim, type KeptVersion } from "./record-history";
import { recordedClaim } from "./testing";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const kept = (id: string, minute: number, given: Partial<KeptClaim> = {}): KeptClaim => ({
  ...recordedClaim({ id, value: `said in ${id}`, recordedAt: at(minute) }),
  replacedBy: null,
  batchId: null,
  undoneAt: null,
  reportId: null,
  recordedBy: "ann",
  ...given,
});
const version = (number: number, minute: number, given: Partial<KeptVersion> = {}): KeptVersion => ({
  version: number,
  changedAt: at(minute),
  reason: "Why",
  changedBy: "ann",
  visibility: "published",
  ...given,
});
const said = (claims: readonly KeptClaim[], minute: number) =>
  claimsInForce(claimsAt(claims, at(minute))).map(({ value }) => value);

describe("what was said at a moment", () => {
  const first = kept("a", 0, { replacedBy: "b" });
  const second = kept("b", 10, { batchId: "change", undoneAt: at(20), replacedBy: "c" });
  const third = kept("c", 30);
  const all = [first, second, third];
  test.each([
    [5, ["said in a"]],
    [15, ["said in b"]],
    // What was taken back replaced nothing, and what replaced that did not exist yet.
    [25, ["said in a"]],
    [35, ["said in c"]],
  ])("minute %i: %j", (minute, expected) => {
    expect(said(all, minute)).toEqual(expected);
  });
  test("what is off the site goes on having replaced what it found wrong", () => {
    expect(said([kept("a", 0, { replacedBy: "withheld" })], 5)).toEqual([]);
  });
  test("a chain that leads back to itself ends", () => {
    const one = kept("a", 0, { replacedBy: "b", undoneAt: at(3) });
    const other = kept("b", 1, { replacedBy: "a", undoneAt: at(4) });
    expect(said([one, other], 9)).toEqual([]);
  });
});

describe("what happened", () => {
  test("each change from what to what, with what its version says, and a change that was taken back", () => {
    const claims = [
      kept("a", 0, { replacedBy: "b" }),
      kept("n", 0, { field: "status", value: "operating" }),
      kept("b", 10, { batchId: "change", undoneAt: at(20), recordedBy: "bob" }),
    ];
    const versions = [
      version(1, 10, { changedBy: "bob", reason: "Changed" }),
      version(2, 21, { changedBy: "eve", reason: "Taken back" }),
      version(3, 60, { changedBy: "eve", reason: "Off the site" }),
    ];
    const events = historyOf(claims, versions, "withheld");
    expect(events.map(({ kind, reason, by, shown }) => ({ kind, reason, by, shown }))).toEqual([
      { kind: "facts", reason: null, by: "ann", shown: null },
      { kind: "facts", reason: "Changed", by: "bob", shown: null },
      { kind: "undone", reason: "Taken back", by: "eve", shown: null },
      { kind: "other", reason: "Off the site", by: "eve", shown: { before: "published", after: "withheld" } },
    ]);
    const told = events.map(({ rows }) =>
      rows.map(({ before, after }) => [before?.id ?? null, after?.id ?? null]),
    );
    expect(told[0]).toEqual([
      [null, "a"],
      [null, "n"],
    ]);
    expect(told.slice(1)).toEqual([[["a", "b"]], [["b", "a"]], []]);
  });

  test("what one hand did within minutes is told with its own reason each: what made an entry has none", () => {
    const claims = [kept("a", 0, { replacedBy: "b" }), kept("b", 2, { batchId: "register" })];
    const events = historyOf(claims, [version(1, 3, { reason: "The register" })], "published");
    expect(events.map(({ reason }) => reason)).toEqual([null, "The register"]);
  });

  describe("who took a change back is who did", () => {
    const undone = (id: string, minute: number, undoneAt: number) =>
      kept(id, minute, { batchId: `batch ${id}`, undoneAt: at(undoneAt), recordedBy: "bob" });
    const toldOf = (
      claims: readonly KeptClaim[],
      versions: readonly KeptVersion[],
      undoneBy: readonly (readonly [string, string])[],
    ) =>
      historyOf(claims, versions, "published", new Map(undoneBy))
        .filter(({ kind }) => kind !== "facts")
        .map(({ kind, by, reason }) => [kind, by, reason]);
    const back = { changedBy: "eve", reason: "Taken back" };
    const withheld = { changedBy: "ann", reason: "Off the site" };

    test.each([
      [
        "where another did something else within minutes, and taking it back changed no row",
        [undone("a", 0, 20)],
        [version(1, 1, { changedBy: "bob" }), version(2, 22, withheld)],
        [["batch a", "eve"]],
        [
          ["undone", "eve", null],
          ["other", "ann", "Off the site"],
        ],
      ],
      [
        "where another was first after it was asked for",
        [undone("a", 0, 20)],
        [version(1, 1, { changedBy: "bob" }), version(2, 21, withheld), version(3, 22, back)],
        [["batch a", "eve"]],
        [
          ["undone", "eve", "Taken back"],
          ["other", "ann", "Off the site"],
        ],
      ],
      [
        "of two that one took back, the first of which changed no row",
        [undone("a", 0, 20), undone("b", 2, 25)],
        [version(1, 1, { changedBy: "bob" }), version(2, 3, { changedBy: "bob" }), version(3, 26, back)],
        [
          ["batch a", "eve"],
          ["batch b", "eve"],
        ],
        [
          ["undone", "eve", null],
          ["undone", "eve", "Taken back"],
        ],
      ],
      [
        "or the one who changed the row, where that alone is known",
        [undone("a", 0, 20)],
        [version(1, 1, { changedBy: "bob" }), version(2, 21, back)],
        [],
        [["undone", "eve", "Taken back"]],
      ],
    ] as const)("%s", (_, claims, versions, undoneBy, expected) => {
      expect(toldOf(claims, versions, undoneBy)).toEqual(expected);
    });
  });

  test("figures and what changes nothing are left out", () => {
    const claims = [
      kept("a", 0, { confirmedOn: "2026-01-01" }),
      kept("older", 10, { confirmedOn: "2020-01-01", recordedBy: "bob" }),
      kept("figure", 20, { field: "waiting-times", value: { key: "2026-01" }, recordedBy: "eve" }),
    ];
    expect(historyOf(claims, [], "published")).toHaveLength(1);
  });

  const claimsOfAnyLife = fc
    .array(
      fc.record({
        field: fc.constantFrom("name", "status"),
        undone: fc.option(fc.integer({ min: 1, max: 40 })),
      }),
      {
        maxLength: 8,
      },
    )
    .map((list) =>
      list.map(({ field, undone }, index) => {
        const next = list.findIndex((other, later) => later > index && other.field === field);
        const undoneAt = undone === null ? null : at(index * 2 + undone);
        return kept(`c${index}`, index * 2, {
          field: field as "name",
          batchId: `b${index}`,
          undoneAt,
          replacedBy: next === -1 ? null : `c${next}`,
        });
      }),
    );
  test("replaying what happened comes to what is said in the end", () => {
    fc.assert(
      fc.property(claimsOfAnyLife, (claims) => {
        const state = new Map<string, string>();
        for (const { rows } of historyOf(claims, [], "published"))
          for (const { before, after } of rows) {
            const field = after?.field ?? before?.field ?? "";
            expect(state.get(field)).toBe(before?.id);
            if (after) state.set(field, after.id);
            else state.delete(field);
          }
        const end = claimsInForce(claimsAt(claims, at(1000)));
        expect([...state].sort()).toEqual(end.map(({ field, id }) => [field, id]).sort());
      }),
    );
  });
});
