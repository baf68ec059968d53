import { describe, expect, it } from "vitest";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { findSecondPersonRules, SECOND_PERSON_RULES } from "@/domain/reports/second-person";

const plain = {
  category: "eye-care",
  naming: "named",
  providerName: "SpaMedica",
  providerKind: "",
  placeName: "A clinic",
  addressLines: "",
  note: "",
  sources: [],
};

const isAbortion = (category: string) => category === "abortion";

function rules(change: Partial<NewServiceProposal>, providerIsKnown = true) {
  const proposal = { ...plain, ...change } as NewServiceProposal;
  const about = { proposal, sent: proposal, providerIsKnown, isAreaOnly: isAbortion };
  return findSecondPersonRules(about, SECOND_PERSON_RULES);
}

describe("two people are asked for", () => {
  it.each([
    [{}, []],
    [{ category: "abortion" }, ["area-only-category"]],
    [{ placeName: "Abortion clinic" }, ["may-be-area-only"]],
    [{ category: "abortion", placeName: "Abortion clinic" }, ["area-only-category"]],
    // Of a kind that is not hidden here.
    [{ placeName: "Women’s refuge" }, []],
    [{ providerName: "Dr A. Example" }, ["names-a-person"]],
    [{ providerName: "dr. a example and partners" }, ["names-a-person"]],
    // Names that only begin alike are not a person's.
    [{ providerName: "Drayton Health" }, []],
    [{ providerName: "Missing Link Ltd" }, []],
  ] as [Partial<NewServiceProposal>, string[]][])("%j: %j", (change, expected) => {
    expect(rules(change)).toEqual(expected);
  });

  it("for what a new provider is in law, not for a known one, nor for “privately run”", () => {
    expect(rules({ providerKind: "company" }, false)).toEqual(["new-provider-legal-form"]);
    expect(rules({ providerKind: "company" }, true)).toEqual([]);
    expect(rules({ providerKind: "private-sector" }, false)).toEqual([]);
    expect(rules({ providerKind: "company", naming: "not-named", providerName: "" }, false)).toEqual([]);
  });

  it("by the rules in use only", () => {
    const proposal = {
      ...(plain as Partial<NewServiceProposal>),
      category: "abortion",
    } as NewServiceProposal;
    const about = { proposal, sent: proposal, providerIsKnown: true, isAreaOnly: isAbortion };
    expect(findSecondPersonRules(about, [])).toEqual([]);
  });
});
