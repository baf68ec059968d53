import { expect, test } from "vitest";
import { type NewServiceProposal, type Proposal, proposalSchema } from "./proposal";
import { problemsOfDates } from "./proposal-dates";

const TODAY = "2026-11-28";
const ID = "2f9c1b7e-6c5f-4b0e-9a57-0d3f3f1c2a11";
const sources: NewServiceProposal["sources"] = [
  {
    kind: "news",
    title: "A scan",
    publisher: "A paper",
    url: "",
    publishedOn: "2026-04",
    says: "It opened.",
  },
];
const makeProposal = (given: Partial<NewServiceProposal>): NewServiceProposal => ({
  kind: "new-service",
  v: 1,
  category: "eye-care",
  placeId: null,
  placeName: "Clinic",
  addressLines: "",
  town: "Carlisle",
  postcode: "",
  naming: "not-named",
  providerName: "",
  providerKind: "",
  commissionerName: "",
  contractType: "",
  startedOn: "",
  status: "operating",
  sources,
  note: "",
  ...given,
});
const rest = { v: 1, sources, note: "" } as const;
const late = sources.map((source) => ({ ...source, publishedOn: "2026-12" }));
const there = { ...rest, kind: "still-there", serviceId: ID } as const;
const checked = { ...rest, kind: "not-outsourced", placeId: ID, mapped: "", proof: "other" } as const;
const changed = { ...rest, kind: "change", serviceId: ID, change: "ended" } as const;
const corrected = { ...rest, kind: "correction", recordType: "service", recordId: ID } as const;

test.each<[string, Proposal, Record<string, string>]>([
  ["what is right", makeProposal({ startedOn: "2020" }), {}],
  ["a start in 1066", makeProposal({ startedOn: "1066" }), { startedOn: "date-before-nhs" }],
  ["a source of next month", makeProposal({ sources: late }), { "sources.0.publishedOn": "date-not-yet" }],
  ["still there", there, {}],
  [
    "still there, by a source of next month",
    { ...there, sources: late },
    { "sources.0.publishedOn": "date-not-yet" },
  ],
  ["checked tomorrow", { ...checked, checkedOn: "2026-11-29" }, { checkedOn: "date-not-yet" }],
  ["checked in 1900", { ...checked, checkedOn: "1900-01-01" }, { checkedOn: "date-before-nhs" }],
  ["ends next year", { ...changed, on: "2027" }, { on: "change-not-yet" }],
  ["ended in 1066", { ...changed, on: "1066" }, { on: "date-before-nhs" }],
  ["no day of a change", { ...changed, on: "" }, {}],
  [
    "a start put right",
    { ...corrected, field: "started-on", proposed: "1066" },
    { proposed: "date-before-nhs" },
  ],
  ["an end put right", { ...corrected, field: "ended-on", proposed: "2099" }, { proposed: "change-not-yet" }],
  ["a name put right", { ...corrected, recordType: "provider", field: "name", proposed: "1066 Clinic" }, {}],
])("%s", (_, proposal, problems) => {
  // What cannot be a report tells nothing of the rule.
  expect(proposalSchema.safeParse(proposal).error).toBeUndefined();
  expect(problemsOfDates(proposal, TODAY)).toEqual(problems);
});
