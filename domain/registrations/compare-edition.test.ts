import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type ComparedRegistration, compareEdition, type HeldRegistration } from "./compare-edition";

const OLD = "2024-10-16";
const NEW = "2026-10-01";
const one = (locationId: string, registeredOn: string, provider: string | null): ComparedRegistration => ({
  locationId,
  registeredOn,
  provider,
  form: provider === null ? "partnership" : "organisation",
  endedOn: null,
});
const held = (
  locationId: string,
  registeredOn: string,
  provider: string | null,
  confirmedOn = OLD,
): HeldRegistration => ({ ...one(locationId, registeredOn, provider), confirmedOn });
const compare = (given: Partial<Parameters<typeof compareEdition<ComparedRegistration>>[0]>) =>
  compareEdition({
    held: [held("1-1", "2013-04-01", null), held("1-2", "2017-09-20", "care")],
    said: [],
    listed: [],
    isGone: false,
    speaksOf: NEW,
    isDismissed: () => false,
    ...given,
  });
const NOTHING = { adds: [], confirms: [], proposes: [], latest: "1-2", raises: [] };

describe("a newer edition", () => {
  it("confirms what it repeats, on its own day", () => {
    expect(compare({ said: [one("1-2", "2017-09-20", "care")] })).toEqual({ ...NOTHING, confirms: ["1-2"] });
    expect(compare({ listed: [{ locationId: "1-2", isSame: true }] })).toEqual({
      ...NOTHING,
      confirms: ["1-2"],
    });
  });

  it("goes on with the same provider, and with partnerships, under a new number of the location", () => {
    const next = one("1-3", "2025-05-01", "care");
    expect(compare({ said: [next] })).toEqual({ ...NOTHING, adds: [next], latest: "1-3" });
    const partners = one("1-4", "2025-05-01", null);
    expect(compare({ held: [held("1-1", "2013-04-01", null)], said: [partners] })).toMatchObject({
      adds: [partners],
      proposes: [],
    });
  });

  it("that names another provider overwrites nothing: it is proposed, and sources differ", () => {
    for (const other of [
      one("1-3", "2025-05-01", "chain"),
      one("1-3", "2025-05-01", null),
      one("1-2", "2017-09-20", "chain"),
      one("1-3", "2017-09-20", "chain"),
    ])
      expect(compare({ said: [other], isGone: true })).toEqual({
        ...NOTHING,
        proposes: [other],
        raises: ["sources-differ"],
      });
    expect(compare({ listed: [{ locationId: "1-2", isSame: false }] }).raises).toEqual(["sources-differ"]);
  });

  it("that lists all and has the registration no longer puts it in doubt", () => {
    expect(compare({ isGone: true })).toEqual({ ...NOTHING, raises: ["no-longer-registered"] });
    const over = { ...one("1-2", "2017-09-20", "care"), endedOn: "2025-03-31" };
    expect(compare({ said: [over] })).toMatchObject({ adds: [over], raises: ["no-longer-registered"] });
  });

  it("that says what a moderator looked at and left says nothing new", () => {
    const other = one("1-3", "2025-05-01", "chain");
    expect(compare({ said: [other], isGone: true, isDismissed: (said) => said === other })).toEqual(NOTHING);
  });

  it("adds what happened before, and all of what was not held", () => {
    const before = one("1-0", "2015-01-01", "before");
    expect(compare({ said: [before] })).toEqual({ ...NOTHING, adds: [before] });
    expect(compare({ held: [], said: [before] })).toEqual({ ...NOTHING, adds: [before], latest: "1-0" });
  });
});

const anybody = fc.record({
  locationId: fc.constantFrom("1-1", "1-2", "1-3", "1-4"),
  registeredOn: fc.constantFrom("2013-04-01", "2017-09-20", "2025-05-01"),
  provider: fc.constantFrom("care", "chain", null),
});

test("an edition older than what is held adds nothing, whatever it says", () => {
  fc.assert(
    fc.property(fc.array(anybody), fc.boolean(), (said, isGone) => {
      const newer = [held("1-2", "2017-09-20", "care", NEW)];
      const older = compare({
        held: newer,
        said: said.map((s) => one(s.locationId, s.registeredOn, s.provider)),
        isGone,
        speaksOf: OLD,
      });
      expect(older).toEqual(NOTHING);
    }),
  );
});

test("whoever an edition names, who is the latest by what is held changes to nobody else by itself", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anybody, { selector: (s) => s.locationId }), (list) => {
      const said = list.map((s) => one(s.locationId, s.registeredOn, s.provider));
      const { adds, latest, proposes } = compare({ said });
      const now = [...adds, held("1-2", "2017-09-20", "care")].find((s) => s.locationId === latest);
      expect(now?.provider).toBe("care");
      for (const proposed of proposes) expect(proposed.provider).not.toBe("care");
    }),
  );
});

describe("an edition of the very day of what is held", () => {
  const today = [held("1-1", "2013-04-01", null, NEW), held("1-2", "2017-09-20", "care", NEW)];

  it("confirms nothing anew", () => {
    const listed = [{ locationId: "1-1", isSame: true }];
    expect(compare({ held: today, said: [one("1-2", "2017-09-20", "care")], listed })).toEqual(NOTHING);
  });
  it("still adds what happened before", () => {
    const before = one("1-0", "2015-01-01", "before");
    expect(compare({ held: today, said: [before] })).toEqual({ ...NOTHING, adds: [before] });
  });
});

describe("a location that is listed without who is registered", () => {
  it.each([
    ["of which nothing is held", { locationId: "9-9", isSame: true }],
    ["with another number, earlier than the latest", { locationId: "1-1", isSame: false }],
    ["with another number, of which nothing is held", { locationId: "9-9", isSame: false }],
  ])("%s, says nothing", (_, row) => {
    expect(compare({ listed: [row] })).toEqual(NOTHING);
  });
  it("says nothing of a practice of which nothing is held", () => {
    const listed = [{ locationId: "1-2", isSame: false }];
    expect(compare({ held: [], listed })).toEqual({ ...NOTHING, latest: null });
  });
});

describe("the day on which the latest began", () => {
  const chain = one("1-8", "2016-05-01", "chain");

  it("decides who is a predecessor, to be added, and who is somebody newer, to be proposed", () => {
    expect(compare({ said: [chain] })).toMatchObject({ adds: [chain], proposes: [] });
    const moved = one("1-2", "2015-01-01", "care");
    expect(compare({ said: [moved, chain] })).toMatchObject({ adds: [moved], proposes: [chain] });
  });
  it("is not that of an earlier registration of the same provider elsewhere", () => {
    const elsewhere = one("1-9", "2015-01-01", "care");
    expect(compare({ said: [elsewhere, chain] })).toMatchObject({ adds: [elsewhere, chain], proposes: [] });
  });
  it("is corrected by an edition that gives another day for the same registration", () => {
    const corrected = one("1-2", "2017-10-01", "care");
    expect(compare({ said: [corrected] })).toEqual({ ...NOTHING, adds: [corrected] });
    const over = { ...one("1-2", "2016-10-01", "care"), endedOn: "2025-03-31" };
    expect(compare({ said: [over] }).raises).toEqual(["no-longer-registered"]);
  });
});

it("proposes the oldest first, in whichever order the edition has them", () => {
  const newer = [one("1-3", "2019-01-01", "chain"), one("1-4", "2022-01-01", "group")];
  expect(compare({ said: newer }).proposes).toEqual(newer);
  expect(compare({ said: newer.toReversed() }).proposes).toEqual(newer);
});

it("does not miss the old number of a provider that goes on under a new one", () => {
  const next = one("1-3", "2025-05-01", "care");
  expect(compare({ said: [next], isGone: true })).toEqual({ ...NOTHING, adds: [next], latest: "1-3" });
});

it("takes a person after a partnership for somebody else", () => {
  const person: ComparedRegistration = { ...one("1-3", "2025-05-01", null), form: "individual" };
  expect(compare({ held: [held("1-1", "2013-04-01", null)], said: [person] })).toMatchObject({
    adds: [],
    proposes: [person],
  });
});
