import { expect, it } from "vitest";
import { typedTexts } from "@/domain/reports/typed-texts";

it("gives back what a moderator wrote, without choices and what was filled in for them", () => {
  const values = {
    reportId: "0b3cf0c1",
    version: "3",
    locale: "en",
    decision: "reject",
    notTheSame: ["a", "b"],
    "verdict.place": "change",
    "verdict.provider": "accept",
    "change.town": "Carlisle",
    "change.providerName": "As it was sent",
    "comment.category": "Are you sure?",
    "comment.status": " ",
    reason: "The source is\nabout another town.",
  };
  expect(typedTexts(values)).toEqual([
    ["change.town", "Carlisle"],
    ["comment.category", "Are you sure?"],
    ["reason", "The source is\nabout another town."],
  ]);
});

it("gives back the texts of a report and of its sources", () => {
  const values = {
    category: "eye-care",
    placeName: "Clinic",
    "sources.1.kind": "news",
    "sources.1.says": "Yes",
  };
  expect(typedTexts(values)).toEqual([
    ["placeName", "Clinic"],
    ["sources.1.says", "Yes"],
  ]);
});

it("gives back what was rewritten beside a part, whatever its verdict says", () => {
  const values = {
    "verdict.place": "accept",
    "was.town": "Carlisle",
    "change.town": "Whitehaven",
    "was.placeName": "Clinic",
    "change.placeName": "Clinic",
  };
  expect(typedTexts(values)).toEqual([["change.town", "Whitehaven"]]);
});
