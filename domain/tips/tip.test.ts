import { describe, expect, it } from "vitest";
import {
  closedTipSchema,
  isTipWithSource,
  reportFormOfTip,
  shownTipSchema,
  type TipLead,
  tipSchema,
} from "./tip";

const tip = { whereabouts: "Carlisle", says: "Fifteen letters", link: "", email: "" };
const lead: TipLead = {
  id: "1",
  area: null,
  whereabouts: "Carlisle",
  text: "The eye clinic was taken over.",
  link: null,
  isShown: true,
};

describe("a tip", () => {
  it.each([
    [{}, undefined],
    [{ whereabouts: "x" }, "whereabouts"],
    [{ whereabouts: "x".repeat(121) }, "whereabouts-long"],
    [{ says: "" }, "says"],
    [{ says: "Fourteen signs" }, "says-short"],
    [{ says: "x".repeat(4001) }, "says-long"],
  ])("with %j is told: %s", (given, message) => {
    expect(tipSchema.safeParse({ ...tip, ...given }).error?.issues[0]?.message).toBe(message);
  });

  it.each([
    ["Fourteen signs", false, false],
    ["Fifteen letters", true, true],
    ["x".repeat(601), false, true],
    ["x".repeat(4001), false, false],
  ])("can be shown and answered in words of a sentence or more", (words, isShown, isAnswer) => {
    expect(shownTipSchema.safeParse({ shown: words }).success).toBe(isShown);
    expect(closedTipSchema.safeParse({ answer: words }).success).toBe(isAnswer);
  });

  it("becomes a report with what it says: a postcode or a place, the source, and a note", () => {
    expect(reportFormOfTip(lead)).toEqual({ placeName: "Carlisle", note: lead.text });
    expect(reportFormOfTip({ ...lead, whereabouts: "CA2 7HY", link: "https://a.example/" })).toEqual({
      postcode: "CA2 7HY",
      note: lead.text,
      "sources.0.url": "https://a.example/",
    });
    expect(reportFormOfTip({ ...lead, text: "x".repeat(1001) }).note).toHaveLength(1000);
    expect([isTipWithSource(lead), isTipWithSource({ link: "https://a.example/" })]).toEqual([false, true]);
  });
});
