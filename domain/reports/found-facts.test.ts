import { expect, test } from "vitest";
import {
  acceptedFacts,
  FOUND,
  foundFields,
  LOOK_AT_LINK,
  sourceOfIntent,
  USE_FOUND,
} from "@/domain/reports/found-facts";
import { FORM_SOURCES } from "@/domain/reports/new-service-form";

const id = "11111111-1111-4111-8111-111111111111";
const about = (question: string) => ({ aboutType: "service", aboutId: id, question });

test.each([
  [`${LOOK_AT_LINK}0`, LOOK_AT_LINK, 0],
  [`${LOOK_AT_LINK}${FORM_SOURCES - 1}`, LOOK_AT_LINK, FORM_SOURCES - 1],
  [`${LOOK_AT_LINK}${FORM_SOURCES}`, LOOK_AT_LINK, undefined],
  [`${LOOK_AT_LINK}-1`, LOOK_AT_LINK, undefined],
  [`${LOOK_AT_LINK}0.5`, LOOK_AT_LINK, undefined],
  [`${LOOK_AT_LINK}x`, LOOK_AT_LINK, undefined],
  [`${USE_FOUND}0`, LOOK_AT_LINK, undefined],
  ["send", LOOK_AT_LINK, undefined],
  [0, LOOK_AT_LINK, undefined],
  [undefined, USE_FOUND, undefined],
])("the button %s is for source %s: %s", (intent, kind, index) => {
  expect(sourceOfIntent(intent, kind)).toBe(index);
});

test("what a page tells goes into the fields of a new service, its title and day into the source that was looked at", () => {
  const facts = {
    title: "Contract award",
    publishedOn: "2026-01-02",
    town: "Carlisle",
    providerName: "Example",
  };
  const form = { town: " Carlisle ", providerName: "Somebody else", "sources.0.title": "Mine" };
  expect(foundFields(facts, form, 1)).toEqual([
    { field: "sources.1.title", value: "Contract award", before: "" },
    { field: "sources.1.publishedOn", value: "2026-01-02", before: "" },
    { field: "providerName", value: "Example", before: "Somebody else" },
  ]);
});

test("nothing is proposed where the page tells nothing, or what is no text", () => {
  expect(foundFields({ title: "", town: "Leeds" }, { town: ["x"] }, 0)).toEqual([
    { field: "town", value: "Leeds", before: "" },
  ]);
});

test("in a form about an entry only what its question asks for, the start as the day of the change", () => {
  const facts = {
    title: "T",
    providerName: "Example",
    startedOn: "2026-04-01",
    town: "Leeds",
    postcode: "LS1 1AA",
  };
  const fields = (question: string) => foundFields(facts, about(question), 0).map(({ field }) => field);
  expect(fields("new-provider")).toEqual(["sources.0.title", "providerName", "on"]);
  expect(fields("ended")).toEqual(["sources.0.title"]);
  expect(fields("moved")).toEqual(["sources.0.title", "town", "postcode"]);
  expect(fields("same-as")).toEqual([]);
});

test("what was ticked goes into fields of the form and no others, never into the agreement", () => {
  const ticked = {
    [`${FOUND}town`]: "Leeds",
    [`${FOUND}licence`]: "yes",
    [`${FOUND}role`]: "admin",
    [`${FOUND}postcode`]: 7,
  };
  expect(acceptedFacts(ticked)).toEqual({ town: "Leeds" });
  expect(acceptedFacts({ ...about("ended"), ...ticked, [`${FOUND}on`]: "2026" })).toEqual({ on: "2026" });
});

test("a name that was ticked is named, where the form asks whether to", () => {
  const provider = { [`${FOUND}providerName`]: "Example" };
  expect(acceptedFacts({ ...provider, naming: "not-named" })).toEqual({
    providerName: "Example",
    naming: "named",
  });
  expect(acceptedFacts(provider)).toEqual({ providerName: "Example" });
  expect(acceptedFacts({ naming: "not-named", [`${FOUND}town`]: "Leeds" })).toEqual({ town: "Leeds" });
  expect(acceptedFacts({ [`${FOUND}providerName`]: "", naming: "not-named" })).toEqual({ providerName: "" });
});
