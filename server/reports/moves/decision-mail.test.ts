import { expect, test } from "vitest";
import { MOVE_RULES } from "@/domain/reports/report-state";
import en from "@/messages/en/reports.json";
import { decisionMail } from "./decision-mail";

const verdicts = Object.keys(en.mail.verdict) as (keyof typeof en.mail.verdict)[];
const text = (verdict: (typeof verdicts)[number], hasBeenAppealed: boolean) =>
  decisionMail("author@example.org", {
    decisionId: "d",
    report: { id: "r", title: "Eye care", hasBeenAppealed },
    verdict,
    reason: "The source is about another town.",
    fields: [],
  }).text;

test.each(verdicts)("the mail of “%s” offers an appeal where there is one, and no second one", (verdict) => {
  const from = MOVE_RULES.appeal.map((rule) => String(rule.from));
  const isAppealable = from.includes(verdict === "reject" ? "rejected" : verdict);
  expect(text(verdict, false).includes(en.mail.appeal)).toBe(isAppealable);
  expect(text(verdict, false)).not.toContain(en.mail.final);
  expect(text(verdict, true)).not.toContain(en.mail.appeal);
  expect(text(verdict, true).includes(en.mail.final)).toBe(isAppealable);
  expect(text(verdict, true)).not.toMatch(/ask once/);
});
