import { expect, it } from "vitest";
import { emailSchema } from "./email";

it.each([
  ["someone@example.org", "someone@example.org"],
  ["  Someone@Example.ORG \n", "someone@example.org"],
  ["first.last+nhs@mail.example.co.uk", "first.last+nhs@mail.example.co.uk"],
])("reads %j", (typed, kept) => {
  expect(emailSchema.parse(typed)).toBe(kept);
});

it.each([
  ["", "email-missing"],
  ["   ", "email-missing"],
  [undefined, "email-missing"],
  ["someone", "email-invalid"],
  ["someone@", "email-invalid"],
  ["a@example.org, b@example.org", "email-invalid"],
  ["a@example.org\r\nBcc: b@example.org", "email-invalid"],
  ["<a@example.org>", "email-invalid"],
  [`${"a".repeat(250)}@example.org`, "email-invalid"],
])("refuses %j", (typed, reason) => {
  expect(emailSchema.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([reason]);
});
