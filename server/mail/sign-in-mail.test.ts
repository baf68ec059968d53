import { expect, test } from "vitest";
import { signInMail } from "./sign-in-mail";

const mail = (callbackUrl: string) =>
  signInMail({ email: "a@example.org", token: "t", code: "BCDFGHJK", callbackUrl, locale: "en" }).text;

test("a volunteer with a report in hand is told that it is saved and not sent, and nobody else is", () => {
  expect(mail("/reports/new?draft=0b3cf0c1")).toContain("Your report is saved, but not sent yet");
  for (const elsewhere of ["/", "/reports", "/reports/new"])
    expect(mail(elsewhere)).not.toContain("Your report");
});
