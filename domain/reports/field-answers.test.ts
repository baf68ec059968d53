import { describe, expect, it } from "vitest";
import { answersIn, askedParts, pickAnswers, problemsOfAnswers } from "@/domain/reports/field-answers";

describe("what a moderator asks about", () => {
  const part = (field: "place" | "provider" | "sources", verdict: "accept" | "ask", comment = "") =>
    ({ field, verdict, comment }) as const;
  it.each([
    ["nothing while nothing was asked", [], []],
    [
      "the parts that are marked or that a word is said of, of the last request alone",
      [
        { verdict: "request-changes" as const, fields: [part("sources", "ask", "Which page?")] },
        {
          verdict: "request-changes" as const,
          fields: [
            part("place", "ask"),
            part("provider", "accept", "Its number?"),
            part("sources", "accept"),
          ],
        },
        { verdict: "reject" as const, fields: [part("sources", "accept", "No.")] },
      ],
      [
        { field: "place", comment: "" },
        { field: "provider", comment: "Its number?" },
      ],
    ],
  ])("is %s", (_, decisions, asked) => expect(askedParts(decisions)).toEqual(asked));
});

describe("answers", () => {
  it("are what stands in the boxes of parts, trimmed, and nothing else", () => {
    const form = {
      "answer.place": " At the back.\r\n",
      "answer.status": "  ",
      "answer.role": "admin",
      note: "x",
    };
    expect(answersIn(form)).toEqual([{ field: "place", body: "At the back." }]);
    expect(pickAnswers(form)).toEqual({ "answer.place": "At the back." });
    expect(answersIn({ "answer.place": 7 })).toEqual([]);
  });

  it("are refused beside their box when too long", () => {
    const answers = answersIn({ "answer.place": "a".repeat(1001), "answer.status": "b".repeat(1000) });
    expect(problemsOfAnswers(answers)).toEqual({ "answer.place": "too-long" });
  });
});
