import { expect, test } from "vitest";
import { makeProposal } from "@/db/factories";
import { formOf, SOURCE_PARTS, sourceField } from "@/domain/reports/new-service-form";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { problemsOfSent } from "./check-sent";

const [source] = makeProposal({}).sources;
const problems = (given: Partial<NewServiceProposal>) => {
  const proposal = makeProposal(given);
  return problemsOfSent(formOf(proposal), proposal, "2026-11-28");
};

test.each<[string, Partial<NewServiceProposal>, Record<string, unknown>]>([
  ["what is right", { postcode: "CA2 7HY", startedOn: "2025-04" }, {}],
  ["a postcode that nobody has", { postcode: "ZZ1 1ZZ" }, { postcode: "postcode-unknown" }],
  [
    "one of the right shape that is in no list",
    { postcode: "CA2 7ZZ" },
    {
      postcode: {
        code: "postcode-unknown-near",
        row: "",
        detail: expect.stringMatching(/^CA2 7[A-Z]{2}(, CA2 7[A-Z]{2}){4}$/),
      },
    },
  ],
  ["half a postcode", { postcode: "CA2" }, { postcode: "postcode-unknown" }],
  ["a town alone", { postcode: "", town: "Carlisle" }, {}],
  ["the year 1066", { postcode: "", startedOn: "1066" }, { startedOn: "date-before-nhs" }],
  ["a start to come of one that runs", { postcode: "", startedOn: "2027" }, { startedOn: "start-not-yet" }],
  ["a start to come of one that is planned", { postcode: "", startedOn: "2027", status: "planned" }, {}],
  [
    "a source of tomorrow",
    { postcode: "", sources: source ? [{ ...source, publishedOn: "2026-11-29" }] : [] },
    { "sources.0.publishedOn": "date-not-yet" },
  ],
  [
    "a second source of 1066",
    { postcode: "", sources: source ? [source, { ...source, publishedOn: "1066" }] : [] },
    { "sources.1.publishedOn": "date-too-old" },
  ],
])("%s", (_, given, expected) => {
  expect(problems(given)).toEqual(expected);
});

test("a source that was not filled in does not move the problems of those after it", () => {
  const proposal = makeProposal({
    postcode: "",
    sources: source ? [source, { ...source, publishedOn: "2099" }] : [],
  });
  const form = formOf(proposal);
  for (const part of SOURCE_PARTS) {
    form[sourceField(2, part)] = form[sourceField(1, part)] ?? "";
    form[sourceField(1, part)] = "";
  }
  expect(problemsOfSent(form, proposal, "2026-11-28")).toEqual({ "sources.2.publishedOn": "date-not-yet" });
});
