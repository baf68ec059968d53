import { describe, expect, it } from "vitest";
import {
  isRegisteredAnswer,
  REGISTERED_KINDS,
  type RegisteredRun,
  registeredAnswerOf,
  registeredKindOf,
} from "./registered";
import { sumRegistered } from "./registered-sum";

const run = (given: Partial<RegisteredRun> = {}): RegisteredRun => ({
  form: "organisation",
  provider: { slug: "care", name: "Northtown Care Ltd" },
  ownerClass: null,
  companyNumber: null,
  locationId: "1-1",
  registeredOn: "2020-01-01",
  since: "2017-09-20",
  endedOn: null,
  isLatest: true,
  doubts: [],
  confirmedOn: "2026-10-01",
  ...given,
});

describe("what the latest registration comes to", () => {
  it.each([
    ["an organisation of which nobody says who owns it", {}, "not-checked"],
    ["an organisation owned by others", { ownerClass: "others" }, "others"],
    ["the GPs' own company", { ownerClass: "gps-of-the-practice" }, "gps-of-the-practice"],
    ["a partnership", { form: "partnership", provider: null }, "partnership"],
    ["an NHS body", { form: "nhs-body", provider: null }, "nhs-body"],
    ["whatever is in doubt", { ownerClass: "others", doubts: ["sources-differ"] }, "doubt"],
  ] as const)("%s", (_, given, kind) => {
    expect(registeredKindOf(run(given))).toBe(kind);
  });

  it("is an answer unless it is in doubt, or the register gives no form", () => {
    expect(REGISTERED_KINDS.filter((kind) => !isRegisteredAnswer(kind))).toEqual(["not-given", "doubt"]);
  });
});

describe("the answer for a practice", () => {
  it("is that of the run which is the latest, wherever it stands, since the run began", () => {
    const before = run({ form: "partnership", provider: null, isLatest: false, since: "2013-04-01" });
    const answer = {
      kind: "not-checked",
      form: "organisation",
      holder: "Northtown Care Ltd",
      companyNumber: null,
      since: "2017-09-20",
      confirmedOn: "2026-10-01",
      doubts: [],
    };
    expect(registeredAnswerOf([before, run()])).toEqual(answer);
    expect(registeredAnswerOf([run(), before])).toEqual(answer);
  });
  it("names nobody where there is no name to show", () => {
    expect(registeredAnswerOf([run({ provider: null })])?.holder).toBeNull();
  });
  it("is none where no registration is held", () => {
    expect(registeredAnswerOf([])).toBeNull();
    expect(registeredAnswerOf([run({ isLatest: false })])).toBeNull();
  });
});

describe("the practices of an area", () => {
  const counts = REGISTERED_KINDS.map((kind, at) => ({
    kind,
    practices: 2 ** at,
    confirmedOn: at === 3 ? "2026-10-01" : "2024-10-16",
  }));
  const known = 2 ** REGISTERED_KINDS.length;

  it("are counted by what the register answers, of the month of the newest register", () => {
    expect(sumRegistered(counts, known)).toEqual({
      copy: "2026-10",
      known,
      answered: 255,
      outside: 1,
      notChecked: 2,
      memberPractices: 4,
      gpCompanies: 8,
      nhs: 16 + 32,
      partners: 64 + 128,
      notKnown: known - 255,
    });
  });
  it("add up to those that the official list has", () => {
    const sum = sumRegistered(counts, known);
    const { outside = 0, notChecked = 0, memberPractices = 0, nhs = 0, gpCompanies = 0 } = sum ?? {};
    const { partners = 0, notKnown = 0 } = sum ?? {};
    expect(outside + notChecked + memberPractices + nhs + gpCompanies + partners + notKnown).toBe(known);
  });
  it("are not counted where the register, or the official list, has none", () => {
    expect(sumRegistered([], known)).toBeNull();
    expect(sumRegistered(counts, 0)).toBeNull();
  });
});
