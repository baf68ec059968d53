import { describe, expect, test } from "vitest";
import {
  applyFieldDecisions,
  type FieldDecision,
  fieldDecisionsSchema,
} from "@/domain/reports/field-decision";
import { newServiceSchema } from "@/domain/reports/proposal";

const PROVIDER = "0c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f";
const source = (title: string) => ({
  kind: "official-statistics",
  title,
  publisher: "NHS England",
  url: "https://www.england.nhs.uk/statistics/",
  publishedOn: "2026-06",
  says: "Lists SpaMedica Carlisle.",
});
const proposal = newServiceSchema.parse({
  kind: "new-service",
  v: 1,
  category: "eye-care",
  placeId: null,
  placeName: "SpaMedica Carlisle",
  addressLines: "",
  town: "Carlisle",
  postcode: "",
  naming: "named",
  providerName: "SpaMedica",
  providerKind: "",
  commissionerName: "Example ICB",
  contractType: "",
  startedOn: "2020",
  status: "operating",
  sources: [source("First"), source("Second")],
  note: "",
});

const decision = (given: Partial<FieldDecision> & Pick<FieldDecision, "field">): FieldDecision => ({
  verdict: "change",
  comment: "",
  changedTo: null,
  ...given,
});
const effectOf = (...decisions: FieldDecision[]) => {
  const result = applyFieldDecisions(proposal, decisions);
  if (!result.ok) throw new Error(JSON.stringify(result.fields));
  return result.effective;
};
const faultsOf = (...decisions: FieldDecision[]) => {
  const result = applyFieldDecisions(proposal, decisions);
  return result.ok ? {} : result.fields;
};

describe("what is published", () => {
  test("without decisions it is what was sent", () => {
    expect(effectOf()).toEqual({
      proposal,
      sent: proposal,
      providerId: null,
      createCommissioner: false,
      kept: [0, 1],
    });
    expect(effectOf(decision({ field: "category", verdict: "accept" })).proposal).toEqual(proposal);
  });

  test("a change stands over what was sent, which stays as it was", () => {
    const effect = effectOf(
      decision({ field: "category", changedTo: { category: "dermatology" } }),
      decision({ field: "provider", changedTo: { providerName: "SpaMedica Ltd", providerId: PROVIDER } }),
      decision({ field: "commissioner", changedTo: { createCommissioner: true } }),
    );
    expect(effect.proposal).toEqual({ ...proposal, category: "dermatology", providerName: "SpaMedica Ltd" });
    expect(effect.sent).toEqual(proposal);
    expect(effect).toMatchObject({ providerId: PROVIDER, createCommissioner: true });
  });

  test.each([
    ["provider", { naming: "not-named", providerName: "", providerKind: "" }],
    ["commissioner", { commissionerName: "" }],
    ["started-on", { startedOn: "" }],
    ["contract", {}],
  ] as const)("a refused %s is left out, whatever stands beside it", (field, without) => {
    const refused = decision({ field, verdict: "refuse", changedTo: { providerName: "Other" } });
    expect(effectOf(refused).proposal).toEqual({ ...proposal, ...without });
  });

  test.each(["category", "place", "status", "sources"] as const)("%s cannot be refused", (field) => {
    expect(faultsOf(decision({ field, verdict: "refuse" }))).toEqual({ [field]: "cannot-leave-out" });
  });

  test("a question belongs to “request changes”", () => {
    expect(faultsOf(decision({ field: "status", verdict: "ask" }))).toEqual({
      status: "ask-is-request-changes",
    });
  });

  test("sources are left out by their positions, and those that stay keep theirs", () => {
    const first = effectOf(decision({ field: "sources", changedTo: { leaveOut: [0] } }));
    expect(first.proposal.sources.map(({ title }) => title)).toEqual(["Second"]);
    expect(first.kept).toEqual([1]);
    const edited = effectOf(
      decision({ field: "sources", changedTo: { leaveOut: [0], edits: [{ index: 1, title: "Third" }] } }),
    );
    expect(edited.proposal.sources.map(({ title }) => title)).toEqual(["Third"]);
    expect(faultsOf(decision({ field: "sources", changedTo: { leaveOut: [0, 1] } }))).toEqual({
      sources: "source-required",
    });
  });

  test.each([
    [{ field: "category", changedTo: { category: "" } }, "category"],
    [{ field: "place", changedTo: { placeName: "" } }, "place"],
    [{ field: "provider", changedTo: { providerName: "" } }, "provider"],
    [{ field: "contract", changedTo: { contractType: "x" } }, "contract"],
    [{ field: "started-on", changedTo: { startedOn: "soon" } }, "started-on"],
    [{ field: "status", changedTo: { status: "open" } }, "status"],
    [{ field: "commissioner", changedTo: { commissionerName: "x".repeat(300) } }, "commissioner"],
  ] as const)("a change that is none is told at its field (%j)", (given, field) => {
    expect(Object.keys(faultsOf(decision(given)))).toEqual([field]);
  });
});

describe("what is sent", () => {
  const faults = (...list: object[]) =>
    (fieldDecisionsSchema.safeParse(list).error?.issues ?? []).map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    );
  const given = (more: object) => ({
    field: "category",
    verdict: "change",
    comment: "",
    changedTo: null,
    ...more,
  });

  test("a field is decided once", () => {
    expect(faults(given({}), given({ field: "status" }))).toEqual([]);
    expect(faults(given({}), given({}))).toEqual([": field-twice"]);
  });

  test("a change has the shape of its field", () => {
    expect(faults(given({ changedTo: { category: "dermatology" } }))).toEqual([]);
    expect(faults(given({ changedTo: { category: "nonsense" } }))).toEqual(["0.changedTo: change-invalid"]);
    expect(faults(given({ field: "place", changedTo: { placeId: null, placeName: "x" } }))).toEqual([
      "0.changedTo: change-invalid",
    ]);
    expect(faults(given({ comment: "x".repeat(1001) }))).toEqual(["0.comment: too-long"]);
  });
});
