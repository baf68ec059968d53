import { describe, expect, it } from "vitest";
import { CHANGE_INPUTS, readDecisionForm, sameAsReason } from "@/domain/reports/decision-form";
import { applyFieldDecisions } from "@/domain/reports/field-decision";
import { NEW_SERVICE_FIELDS, type NewServiceProposal } from "@/domain/reports/proposal";

const ID = "0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10";

function sent(entries: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return readDecisionForm(form);
}

const part = (form: ReturnType<typeof sent>, field: string) =>
  form.fields.find((each) => each.field === field);

const proposal: NewServiceProposal = {
  kind: "new-service",
  v: 1,
  category: "eye-care",
  placeId: null,
  placeName: "Clinic",
  addressLines: "",
  town: "Carlisle",
  postcode: "",
  naming: "named",
  providerName: "Provider",
  providerKind: "company",
  commissionerName: "Somebody",
  contractType: "apms",
  startedOn: "2024",
  status: "operating",
  sources: [1, 2].map((number) => ({
    kind: "news" as const,
    title: `Article ${number}`,
    publisher: "Paper",
    url: "",
    publishedOn: "2024",
    says: "Says so.",
  })),
  note: "",
};

describe("a decision form", () => {
  it("accepts every part unless told otherwise, and changes nothing that was only prefilled", () => {
    const form = sent([
      ["decision", "approve"],
      ["change.town", "Carlisle"],
    ]);
    expect(form.decision).toBe("approve");
    expect(form.fields.every(({ verdict, changedTo }) => verdict === "accept" && changedTo === null)).toBe(
      true,
    );
  });

  it.each([
    ["entry", "sameEntry"],
    ["report", "sameReport"],
  ])(
    "is the same as the %s whose button was pressed, with what was typed, or else what stands for it",
    (is, button) => {
      const pressed: [string, string][] = [
        [button, ID],
        ["decision", "approve"],
        ["comment.category", "It is an eye clinic."],
        [sameAsReason(ID), "We had this entry already."],
        [sameAsReason("another"), "Not this."],
      ];
      const form = sent(pressed);
      expect(form).toMatchObject({ twin: { is, id: ID }, reason: "We had this entry already." });
      expect(part(form, "category")?.comment).toBe("It is an eye clinic.");
      expect(sent([...pressed, ["reason", "No."]]).reason).toBe("No.");
      expect(sent(pressed.slice(1))).toMatchObject({ twin: null, reason: "" });
    },
  );

  it("goes on asking about the sources when one of them is left out as well", () => {
    const edited = (verdict: string) =>
      part(
        sent([
          ["verdict.sources", verdict],
          ["leaveOut", "1"],
        ]),
        "sources",
      )?.verdict;
    expect(["ask", "refuse", "accept", "change"].map(edited)).toEqual(["ask", "refuse", "change", "change"]);
  });

  it.each(NEW_SERVICE_FIELDS.flatMap((field) => CHANGE_INPUTS[field].map((name) => [field, name] as const)))(
    "publishes what was written beside %s (%s), whether or not a verdict was chosen",
    (field, name) => {
      const written = (verdict: string) =>
        part(
          sent([
            [`verdict.${field}`, verdict],
            [`was.${name}`, "Old"],
            [`change.${name}`, "New"],
          ]),
          field,
        );
      expect(written("accept")).toMatchObject({ verdict: "change", changedTo: { [name]: "New" } });
      expect(["change", "refuse", "ask"].map((verdict) => written(verdict)?.verdict)).toEqual([
        "change",
        "refuse",
        "ask",
      ]);
    },
  );

  it("takes a change only where it was chosen", () => {
    const form = sent([
      ["verdict.started-on", "change"],
      ["change.startedOn", "2025"],
      ["change.contractType", "gms"],
    ]);
    expect(part(form, "started-on")?.changedTo).toEqual({ startedOn: "2025" });
    expect(part(form, "contract")?.changedTo).toBeNull();
  });

  it("keeps the choice of a known place, of a new one, and of a new body, though the part is accepted", () => {
    expect(part(sent([["change.placeId", ID]]), "place")?.changedTo).toEqual({ placeId: ID });
    expect(part(sent([["change.placeId", "new"]]), "place")?.changedTo).toEqual({ placeId: null });
    expect(part(sent([["createCommissioner", "yes"]]), "commissioner")?.changedTo).toEqual({
      createCommissioner: true,
    });
  });

  it("reads a pasted address, and no decision from an unknown word", () => {
    const form = sent([
      ["decision", "publish-everything"],
      ["sameAs", "https://map.example/cy/services/eye-care-at-x/?a=b#c"],
    ]);
    expect(form).toMatchObject({ decision: null, sameAs: "eye-care-at-x" });
  });
});

describe("what would be published", () => {
  it("is the proposal with changes over it and refused parts left out", () => {
    const form = sent([
      ["verdict.provider", "refuse"],
      ["verdict.contract", "refuse"],
      ["leaveOut", "0"],
      ["createCommissioner", "yes"],
    ]);
    const result = applyFieldDecisions(proposal, form.fields);
    expect(result).toMatchObject({
      ok: true,
      effective: {
        createCommissioner: true,
        providerId: null,
        proposal: { naming: "not-named", providerName: "", contractType: "", startedOn: "2024" },
      },
    });
    if (result.ok) expect(result.effective.proposal.sources.map(({ title }) => title)).toEqual(["Article 2"]);
    expect(proposal.providerName).toBe("Provider");
  });

  it("is nothing while a part is asked about or what it cannot be without is gone", () => {
    const form = sent([
      ["verdict.status", "ask"],
      ["verdict.place", "change"],
      ["change.placeName", ""],
      ["change.town", "Carlisle"],
      ["leaveOut", "0"],
      ["leaveOut", "1"],
    ]);
    expect(applyFieldDecisions(proposal, form.fields)).toEqual({
      ok: false,
      fields: { status: "ask-is-request-changes", place: "required", sources: "source-required" },
    });
  });
});

describe("the organisation that we have under a like name", () => {
  const chosen: [string, string][] = [["change.providerId", ID]];
  it.each([
    ["is taken as it was chosen", chosen, { providerId: ID }],
    ["is not where it is a new one", [["change.providerId", "new"]], { providerId: null }],
    [
      "is not where another name is written",
      [
        ...chosen,
        ["verdict.provider", "change"],
        ["was.providerName", "Spa Medica"],
        ["change.providerName", "Other"],
      ],
      { providerName: "Other" },
    ],
  ] as [string, [string, string][], object][])("%s", (_, entries, changedTo) => {
    expect(part(sent(entries), "provider")?.changedTo).toEqual(changedTo);
  });
});
