import { describe, expect, test } from "vitest";
import { type KnownPlace, type KnownService, matchPlace, matchService } from "./match";
import type { ImportRow } from "./row";

const row = (given: Partial<ImportRow>) =>
  ({
    place: "Botchergate Clinic",
    town: "Carlisle",
    postcode: "CA1 1QS",
    registerCode: null,
    ...given,
  }) as ImportRow;
const place = (id: string, given: Partial<KnownPlace> = {}): KnownPlace => ({
  id,
  name: "Botchergate Clinic",
  kind: "clinic",
  town: "Carlisle",
  postcode: "CA1 1QS",
  lines: "",
  lat: null,
  lon: null,
  precision: null,
  codes: [],
  endedCodes: [],
  ...given,
});

describe("which place a row means", () => {
  const cases: [string, Partial<ImportRow>, KnownPlace[], string][] = [
    [
      "the one with its code, whatever it is called",
      { registerCode: "A82019", place: "Old name" },
      [place("a", { codes: ["A82019"], postcode: "LA1 1AA" })],
      "same a register-code",
    ],
    [
      "the one of its name at its postcode",
      {},
      [place("a", { name: "Other" }), place("b", { name: "BOTCHERGATE  clinic" })],
      "same b postcode-and-name",
    ],
    ["not one with another code", { registerCode: "A82019" }, [place("a", { codes: ["B11111"] })], "none a"],
    [
      "the one whose entry under its code ended",
      { registerCode: "A82019", place: "Old name", postcode: "LA1 1AA" },
      [place("a", { codes: ["B11111"], endedCodes: [{ code: "A82019", on: "2025-08-31" }] })],
      "same a register-code",
    ],
    [
      "the one that has its code today before one that had it",
      { registerCode: "A82019" },
      [place("a", { endedCodes: [{ code: "A82019", on: "2025-08-31" }] }), place("b", { codes: ["A82019"] })],
      "same b register-code",
    ],
    ["a name alike at its postcode is for a look", { place: "Botchergate Surgery" }, [place("a")], "none a"],
    ["a name that shares only common words is not", { place: "Medical Clinic" }, [place("a")], "none "],
    [
      "the same name at another postcode is another place",
      {},
      [place("a", { postcode: "CA2 7HY" })],
      "none ",
    ],
    [
      "without a postcode, the only one of its name in its town",
      { postcode: "" },
      [place("a")],
      "same a town-and-name",
    ],
    [
      "with one, that of its name in its town which has none",
      {},
      [place("a", { postcode: "" }), place("b", { postcode: "CA9 9AA" })],
      "same a town-and-name",
    ],
    [
      "without a town, that of its name where the name has the town in it",
      { town: "", place: "Sight Carlisle" },
      [place("a", { name: "Sight Carlisle", postcode: "" })],
      "same a town-and-name",
    ],
    [
      "without a town, a name that tells none is for a look",
      { town: "" },
      [place("a", { postcode: "" })],
      "none a",
    ],
    ["in another town that is for a look", { town: "Kendal" }, [place("a", { postcode: "" })], "none a"],
    ["two of them are for a look", { postcode: "" }, [place("a"), place("b")], "none a,b"],
    ["another town is another place", { postcode: "", town: "Kendal" }, [place("a")], "none "],
    [
      "the hospital, where the trust's head office has its name and postcode",
      {},
      [
        place("a", { kind: "trust-headquarters", codes: ["RNN"] }),
        place("b", { kind: "hospital", codes: ["RNN62"] }),
      ],
      "same b postcode-and-name",
    ],
    [
      "the hospital, without a postcode, where the head office has its name in its town",
      { postcode: "" },
      [place("a", { kind: "trust-headquarters" }), place("b", { kind: "hospital" })],
      "same b town-and-name",
    ],
    [
      "the head office, where nothing else has its name",
      {},
      [place("a", { kind: "trust-headquarters", codes: ["RNN"] })],
      "same a postcode-and-name",
    ],
    [
      "the head office with the trust's own code, also where a hospital bears it too",
      { registerCode: "RNN" },
      [
        place("a", { kind: "hospital", codes: ["RNN"] }),
        place("b", { kind: "trust-headquarters", codes: ["RNN"] }),
      ],
      "same b register-code",
    ],
    [
      "a hospital that is alike is for a look, and the head office is not",
      { registerCode: "RNN62" },
      [
        place("a", { kind: "trust-headquarters", codes: ["RNN"] }),
        place("b", { kind: "hospital", codes: ["RNN63"] }),
      ],
      "none b",
    ],
    [
      "one code on two places is for a look",
      { registerCode: "A82019", place: "X", postcode: "CA9 9AA" },
      [place("a", { codes: ["A82019"] }), place("b", { codes: ["A82019"] })],
      "none a,b",
    ],
  ];
  test.each(cases)("%s", (_, given, known, expected) => {
    const match = matchPlace(row(given), known);
    const told =
      match.kind === "same"
        ? `same ${match.place.id} ${match.because}`
        : `none ${match.look.map(({ id }) => id).join(",")}`;
    expect(told).toBe(expected);
  });
});

const service = (id: string, providerId: string | null, category = "eye-care"): KnownService => ({
  id,
  name: id,
  category: category as KnownService["category"],
  placeId: "place",
  providerId,
  providerName: providerId,
  areaIds: [],
});

describe("which service a row means", () => {
  const named = { category: "eye-care", provider: "Sight" } as const;
  const unnamed = { category: "eye-care", provider: null } as const;
  const plain = { providerId: "sight", byCode: false, isOther: false };
  const cases: [string, Parameters<typeof matchService>, string][] = [
    ["the one of its kind with its provider", [named, [service("a", "sight")], plain], "same a null"],
    ["not one of another kind", [named, [service("a", "sight", "hearing")], plain], "new "],
    ["one whose provider is not named", [named, [service("a", null)], plain], "same a null"],
    [
      "its own before one that is not named",
      [named, [service("a", null), service("b", "sight")], plain],
      "same b null",
    ],
    [
      "another provider there is another service, for a look",
      [named, [service("a", "other")], plain],
      "new a",
    ],
    [
      "unless the register's code says that it is the same",
      [named, [service("a", "other")], { ...plain, byCode: true }],
      "same a provider-changes",
    ],
    ["somebody has looked", [named, [service("a", "other")], { ...plain, isOther: true }], "new "],
    [
      "a row that names nobody is the one that is named",
      [unnamed, [service("a", "other")], { ...plain, providerId: null }],
      "same a left-unnamed",
    ],
    [
      "of two nobody can tell",
      [unnamed, [service("a", "x"), service("b", "y")], { ...plain, providerId: null }],
      "new a",
    ],
    [
      "a provider that is new to us is nobody's",
      [named, [service("a", "other")], { ...plain, providerId: null }],
      "new a",
    ],
  ];
  test.each(cases)("%s", (_, args, expected) => {
    const match = matchService(...args);
    const told =
      match.kind === "same" ? `same ${match.service.id} ${match.note}` : `new ${match.lookAt?.id ?? ""}`;
    expect(told).toBe(expected);
  });
});
