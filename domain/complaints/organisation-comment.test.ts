import { expect, it } from "vitest";
import { organisationCommentSchema } from "./organisation-comment";

const sent = {
  comment: "We run two clinics, not three.",
  document: "Letter",
  date: "2025-03-01",
  url: "",
  verified: "From info@care.example; called the number on its website",
};
const faults = (given: Partial<typeof sent>) =>
  organisationCommentSchema.safeParse({ ...sent, ...given }).error?.issues.map(({ message }) => message) ??
  [];

it("is an organisation's own words, with the document they are from, its day, and its link where there is one", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ date: "2025-03" })).toEqual([]);
  expect(faults({ url: "https://care.example/letter.pdf" })).toEqual([]);
  expect(
    organisationCommentSchema.parse({
      ...sent,
      comment: `  ${sent.comment}\n`,
      document: " A letter ",
      date: " 2025 ",
    }),
  ).toMatchObject({ comment: sent.comment, document: "A letter", date: "2025" });
});

it.each<[string, Partial<typeof sent>, string]>([
  ["fewer letters than fifteen", { comment: "Not true." }, "comment-short"],
  ["nothing but spaces", { comment: " ".repeat(40) }, "comment-short"],
  ["more than fits on a page", { comment: "a".repeat(2001) }, "comment-long"],
  ["no document", { document: " " }, "comment-document"],
  ["a document's name as long as a letter", { document: "a".repeat(201) }, "comment-document"],
  ["no day", { date: "" }, "comment-date"],
  ["a day that is none", { date: "2025-02-30" }, "comment-date"],
  ["no word of how it is known to be theirs", { verified: "It is" }, "comment-verified"],
  ["a day to come", { date: "2999-01-01" }, "comment-date"],
])("%s is a fault", (_, given, fault) => {
  expect(faults(given)).toEqual([fault]);
});

it("a link is a page, or none", () => {
  expect(faults({ url: "javascript:alert(1)" })).not.toEqual([]);
});
