import { createTranslator } from "next-intl";
import { describe, expect, it, test } from "vitest";
import places from "@/messages/en/places.json";
import { answerForPlace } from "./place-answer";

type Given = Parameters<typeof answerForPlace>[0];
const given: Given = {
  kind: "gp-practice",
  nation: "england",
  isInRegister: true,
  isListed: true,
  services: [],
  check: null,
  today: "2026-11-21",
};
const ssp = { slug: "ssp-health", name: "SSP Health" };
const service = (more: Partial<Given["services"][number]> = {}): Given["services"][number] => ({
  kind: "company",
  status: "operating",
  provider: ssp,
  mayHaveEndedReason: null,
  category: "gp-practice",
  lastConfirmedOn: "2026-05-01",
  ...more,
});
const check = (result: "outsourced" | "not-outsourced" | "unclear") => ({
  result,
  checkedOn: "2026-03-01",
  dueAgainOn: "2027-03-01",
});
const registered: NonNullable<Given["registered"]> = {
  kind: "partnership",
  form: "partnership",
  holder: null,
  companyNumber: null,
  since: "2013-04-01",
  confirmedOn: "2024-10-16",
  doubts: [],
};
const answer = (more: Partial<Given>) => answerForPlace({ ...given, ...more }, "outside-the-nhs");

describe("what is outsourced has its day", () => {
  const held = { ...registered, kind: "others", form: "organisation", holder: "SSP Health" } as const;
  const run = (more: Partial<Given>) => answer({ services: [service()], ...more });
  test("of a practice the registration of the same organisation", () => {
    expect(run({ registered: held })).toMatchObject({ key: "outsourced", registered: held });
    expect(run({ registered: { ...held, holder: "Another" } })).not.toHaveProperty("registered");
    expect(run({ registered: { ...held, doubts: ["takeover-reported"] } })).not.toHaveProperty("registered");
  });
  test("of any place the oldest day on which a source said so", () => {
    const older = service({ lastConfirmedOn: "2024-04-01" });
    expect(run({ services: [service(), older] })).toMatchObject({ confirmedOn: "2024-04-01" });
    expect(run({ services: [service({ lastConfirmedOn: null })] })).not.toHaveProperty("confirmedOn");
  });
});

describe("a hospital and what runs in it are two facts", () => {
  const nhs = { isNhs: true, names: ["Royal Free London"], areTrustsToday: true, on: "2020-11-01" };
  const others = { ...nhs, isNhs: false, names: ["Spire Healthcare"] };
  const hospital = { kind: "hospital" as const };
  const scans = service({ category: "diagnostics-and-scans" });
  test("an NHS hospital with one clinic of a company is not outsourced", () => {
    expect(answer({ ...hospital, operator: nhs, services: [scans] })).toMatchObject({
      key: "services-here",
      services: 1,
      providers: ["SSP Health"],
      operator: nhs,
    });
  });
  test("one whose operator is known is never not looked at", () => {
    expect(answer({ ...hospital, operator: nhs })).toEqual({ key: "none-found", operator: nhs });
    expect(answer({ ...hospital, operator: others })).toEqual({ key: "none-found", operator: others });
  });
  test("of others, what they run there says it, and nothing is said twice", () => {
    const run = answer({ ...hospital, operator: others, services: [scans] });
    expect(run).toMatchObject({ key: "outsourced" });
    expect(run.operator).toBeUndefined();
  });
});

test("a centre that was announced and is on the list since is not only planned; the list does not say who runs it", () => {
  const announced = service({
    status: "planned",
    lastConfirmedOn: "2023-08-04",
    listedCentreOn: "2025-10-01",
  });
  const told = { key: "announced-and-listed", announcedOn: "2023-08", listedOn: "2025-10" };
  expect(answer({ kind: "diagnostic-centre", services: [announced] })).toEqual(told);
  const ofTheNhs = { ...announced, kind: "nhs-body" as const };
  expect(answer({ kind: "diagnostic-centre", services: [ofTheNhs] })).toEqual(told);
  const only = service({ status: "planned" });
  expect(answer({ kind: "diagnostic-centre", services: [only] })).toMatchObject({ key: "planned" });
});

describe("little or no activity", () => {
  test("is said with its month, and who runs the service", () => {
    const quiet = service({ notCounted: "little-activity", quietIn: "2026-04" });
    expect(answer({ services: [quiet] })).toMatchObject({
      key: "little-activity",
      month: "2026-04",
      services: 1,
    });
    expect(answer({ services: [quiet, service()] })).toMatchObject({ key: "outsourced", services: 1 });
  });
});

describe("the three answers", () => {
  test.each<[string, Partial<Given>, string]>([
    ["a service that runs", { services: [service()] }, "outsourced"],
    [
      "a service that runs beats an older check",
      { services: [service()], check: check("not-outsourced") },
      "outsourced",
    ],
    ["a check", { check: check("not-outsourced") }, "not-outsourced"],
    ["a check that could not tell", { check: check("unclear") }, "unclear"],
    [
      "a check that found it so, with no record of by whom",
      { check: check("outsourced") },
      "check-outsourced",
    ],
    ["a plan", { services: [service({ status: "planned" })] }, "planned"],
    ["what ended is no answer about today", { services: [service({ status: "ended" })] }, "not-looked"],
    ["a practice that its GPs hold", { services: [service({ kind: "gp-partnership" })] }, "not-outsourced"],
    ["a practice that a trust runs", { services: [service({ kind: "nhs-body" })] }, "not-outsourced"],
    [
      "what the NHS runs beside a practice",
      { services: [service({ kind: "nhs-owned-company", category: "eye-care" })] },
      "inside",
    ],
    [
      "one service of the NHS in a hospital",
      { kind: "hospital", services: [service({ kind: "nhs-body" })] },
      "inside",
    ],
    [
      "what GPs run where no register would tell us",
      { kind: "clinic", isInRegister: false, services: [service({ kind: "gp-partnership" })] },
      "inside",
    ],
    [
      "what the NHS runs where no register lists the place any more",
      { kind: "hospital", isListed: false, services: [service({ kind: "nhs-body" })] },
      "inside",
    ],
    [
      "what the NHS ran",
      { kind: "hospital", services: [service({ kind: "nhs-body", status: "ended" })] },
      "not-looked",
    ],
    [
      "a check of a hospital in which the NHS runs one service",
      { kind: "hospital", services: [service({ kind: "nhs-body" })], check: check("unclear") },
      "unclear",
    ],
    [
      "a company in a practice that its GPs hold",
      { services: [service({ kind: "gp-partnership" }), service({ category: "eye-care" })] },
      "outsourced",
    ],
    [
      "a later check that could not tell",
      {
        services: [service({ kind: "gp-partnership", lastConfirmedOn: "2026-01-01" })],
        check: check("unclear"),
      },
      "unclear",
    ],
    ["who is registered at a practice that nobody has checked", { registered }, "registered"],
    [
      "a check of a practice with a registration",
      { registered, check: check("not-outsourced") },
      "not-outsourced",
    ],
    ["a service at a practice with a registration", { registered, services: [service()] }, "outsourced"],
    [
      "who was registered where no register lists the practice any more",
      { registered, isListed: false },
      "was-registered",
    ],
    ["a hospital has no such registration", { kind: "hospital", registered }, "not-looked"],
    ["a register entry alone", {}, "not-looked"],
    ["a hospital in Wales with a code", { nation: "wales", kind: "hospital" }, "has-code"],
    ["a clinic with a code", { kind: "clinic" }, "has-code"],
    ["a trust’s head office, where nobody will ever look", { kind: "trust-headquarters" }, "head-office"],
    ["one that is closed", { kind: "trust-headquarters", isListed: false }, "head-office"],
    [
      "a service at a trust’s head office",
      { kind: "trust-headquarters", services: [service()] },
      "outsourced",
    ],
    ["no register of its nation", { nation: "scotland", isInRegister: false }, "cannot-say"],
    ["a hospital in Wales", { nation: "wales", kind: "hospital", isInRegister: false }, "cannot-say"],
    ["a place that registers never list", { kind: "clinic", isInRegister: false }, "cannot-say"],
    ["a register listed it and does not any more", { isListed: false }, "not-listed"],
    ["nowhere", { nation: null, isInRegister: false }, "cannot-say"],
  ])("%s", (_, more, key) => {
    expect(answer(more).key).toBe(key);
  });

  it("names who runs what is known and not outsourced", () => {
    const trust = { slug: "trust", name: "Cumbria Trust" };
    const services = [
      service({ kind: "nhs-body", provider: trust }),
      service({ kind: "nhs-body", provider: null }),
    ];
    expect(answer({ kind: "hospital", services })).toEqual({
      key: "inside",
      services: 2,
      providers: ["Cumbria Trust"],
      notNamed: 1,
      doubt: null,
    });
  });

  it("says how many of its services may have ended, and why", () => {
    const ended = service({ mayHaveEndedReason: "register-entry-ended" });
    expect(answer({ services: [service()] })).toMatchObject({ doubt: null });
    expect(answer({ services: [ended, service()] })).toMatchObject({
      services: 2,
      doubt: { key: "mayHaveEndedRegister", ended: 1 },
    });
    const planned = service({ status: "planned", mayHaveEndedReason: "reported" });
    expect(answer({ services: [ended, planned] })).toMatchObject({ doubt: { key: "mayHaveEndedRegister" } });
  });

  it("says when a check is over a year old", () => {
    expect(answer({ check: check("not-outsourced") })).toMatchObject({ isDue: false });
    expect(answer({ check: check("not-outsourced"), today: "2027-03-02" })).toMatchObject({ isDue: true });
  });
});

it("counts a practice's holder as known for a year from the day that a source says so", () => {
  const services = [service({ kind: "gp-partnership", lastConfirmedOn: "2024-02-29" })];
  expect(answer({ services, today: "2025-02-28" })).toEqual({
    key: "not-outsourced",
    checkedOn: "2024-02-29",
    isDue: false,
  });
  expect(answer({ services, today: "2025-03-01" })).toMatchObject({ isDue: true });
});

describe("in words", () => {
  const t = createTranslator({ locale: "en", messages: { places }, namespace: "places.answer" });
  const words = (services: number, providers: string[], notNamed: number) =>
    t("outsourced", valuesOf(services, providers, notNamed));
  const inside = (services: number, providers: string[], notNamed: number) =>
    t("inside", valuesOf(services, providers, notNamed));
  const valuesOf = (services: number, providers: string[], notNamed: number) => ({
    services,
    name: "Elm Clinic",
    names: providers.length,
    first: providers[0] ?? "",
    second: providers[1] ?? "",
    third: providers[2] ?? "",
    notNamed,
  });
  test.each([
    [words(1, ["SSP Health"], 0), "1 NHS service at Elm Clinic is outsourced: run by SSP Health."],
    [words(2, ["A", "B"], 0), "2 NHS services at Elm Clinic are outsourced: run by A and B."],
    [words(4, ["A", "B", "C"], 0), "4 NHS services at Elm Clinic are outsourced: run by A, B and C."],
    [
      words(4, ["A", "B", "C", "D"], 0),
      "4 NHS services at Elm Clinic are outsourced: run by A, B and others.",
    ],
    [
      words(1, [], 1),
      "1 NHS service at Elm Clinic is outsourced: run by an organisation outside the NHS that is not named.",
    ],
    [
      words(2, ["A"], 1),
      "2 NHS services at Elm Clinic are outsourced: run by A; for 1 the organisation is not named.",
    ],
    [
      inside(1, ["A"], 0),
      "The one NHS service that we know of at Elm Clinic is not outsourced: run by A. We have not checked the rest.",
    ],
    [
      inside(2, ["A", "B"], 1),
      "The 2 NHS services that we know of at Elm Clinic are not outsourced: run by A and B; for 1 the organisation is not named. We have not checked the rest.",
    ],
    [
      inside(2, [], 2),
      "The 2 NHS services that we know of at Elm Clinic are not outsourced: run by the NHS or by GPs who work there. We have not checked the rest.",
    ],
  ])("%s", (said, expected) => {
    expect(said).toBe(expected);
  });
});
