import { describe, expect, it } from "vitest";
import { proposalDecisionSchema } from "./proposal";
import { holderInWords, registrationInWords, saidRegistrationSchema } from "./said";

const known = { locationId: "1-2243873064", code: "A82015", registeredOn: "2017-09-20", endedOn: null };
const organisation = {
  providerId: "1-101",
  name: "Northtown Care Ltd",
  companyNumber: "01234567",
  charityNumber: null,
};
const company = { ...known, form: "organisation", organisation, locationName: "Mill Surgery" } as const;
const partnership = { ...known, form: "partnership" } as const;
const isSaid = (value: unknown) => saidRegistrationSchema.safeParse(value).success;

describe("a registration as an import keeps it", () => {
  it("is an organisation by its name, or a form alone", () => {
    expect([company, partnership, { ...partnership, endedOn: "2020-01-31" }].every(isSaid)).toBe(true);
    expect(isSaid({ ...company, organisation: { ...organisation, companyNumber: null } })).toBe(true);
    expect(isSaid({ ...company, organisation: { ...organisation, charityNumber: "1089893" } })).toBe(true);
  });
  it.each([
    ["a name", { organisation }],
    ["a location's name", { locationName: "Dr A Person" }],
    ["any other field", { note: "x" }],
  ])("has for a partnership no field that could hold %s", (_, more) => {
    expect(isSaid({ ...partnership, ...more })).toBe(false);
    expect(isSaid({ ...partnership, form: "individual", ...more })).toBe(false);
  });
  it.each([
    ["no name", { name: "" }],
    ["a name longer than any", { name: "a".repeat(401) }],
    ["a company's number of seven figures", { companyNumber: "1234567" }],
    ["a company's number of nine", { companyNumber: "012345678" }],
    ["a company's number in words", { companyNumber: "0123456-" }],
    ["a charity's number longer than any", { charityNumber: "1".repeat(41) }],
    ["a person beside it", { director: "A Person" }],
  ])("is no organisation with %s", (_, wrong) => {
    expect(isSaid({ ...company, organisation: { ...organisation, ...wrong } })).toBe(false);
  });
  it.each([
    ["no organisation", { organisation: undefined }],
    ["a practice's code of four figures", { code: "A8201" }],
    ["a practice's code of six", { code: "A820155" }],
    ["a practice's code without its letter", { code: "882015" }],
    ["letters in a practice's code", { code: "A8201X" }],
    ["words before a practice's code", { code: "see A82015" }],
    ["a location's number of two", { locationId: "1-" }],
    ["a location's number with words", { locationId: "see 1-2243873064" }],
    ["words after a location's number", { locationId: "1-2243873064 here" }],
    ["a month for a day", { registeredOn: "2017-09" }],
    ["a location's name longer than any", { locationName: "a".repeat(401) }],
  ])("is none with %s", (_, wrong) => {
    expect(isSaid({ ...company, ...wrong })).toBe(false);
  });
});

describe("in words", () => {
  it("is an organisation by its name, and anybody else by the form alone", () => {
    expect(registrationInWords(company)).toBe("Northtown Care Ltd, 20 September 2017");
    expect(registrationInWords({ ...partnership, endedOn: "2020-01-31" })).toBe(
      "a partnership, 20 September 2017, until 31 January 2020",
    );
    expect((["individual", "nhs-body", "not-given"] as const).map((form) => holderInWords({ form }))).toEqual(
      ["one person", "an NHS body", "somebody whose form is not given"],
    );
  });
});

describe("a moderator's decision on a proposal", () => {
  const reason = "The practice's own page names them.";
  const problems = (value: unknown) =>
    proposalDecisionSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

  it("is to accept or to dismiss, with a reason in words", () => {
    expect(proposalDecisionSchema.parse({ decision: "accept", reason: `  ${reason}  ` })).toEqual({
      decision: "accept",
      reason,
    });
    expect(problems({ decision: "dismiss", reason })).toEqual([]);
    expect(problems({ decision: "later", reason })).toEqual(["choice"]);
  });
  it.each([
    ["spaces", " ".repeat(30), "reason-needed"],
    ["fewer letters than fifteen", "too short", "reason-needed"],
    ["more than a thousand", "a".repeat(1001), "too-long"],
  ])("takes %s for no reason", (_, wrong, problem) => {
    expect(problems({ decision: "accept", reason: wrong })).toEqual([problem]);
  });
});
