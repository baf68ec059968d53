import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { errorText, FailureNotice } from "@/components/reports/report-problems";
import type { ActionFailure } from "@/domain/action-result";

vi.mock("next/navigation", () => ({
  usePathname: () => "/reports/change",
  useSearchParams: () => new URLSearchParams("service=a&question=ended&done=yes"),
}));

const words = {
  summaryTitle: "",
  errors: {},
  failures: { "sign-in": "You are signed out." },
  text: {},
  signIn: { href: "/sign-in", text: "Sign in" },
  kept: {},
} as never;

test("whoever is signed out is led back to the very question", () => {
  const failure = { code: "not-allowed", reason: "sign-in", by: null } as ActionFailure;
  const page = renderToStaticMarkup(<FailureNotice failure={failure} words={words} />);
  const [, href = ""] = page.match(/href="([^"]+)"/) ?? [];
  const back = new URL(href, "https://site.example").searchParams.get("callbackUrl");
  expect(back).toBe("/reports/change?service=a&question=ended");
});

test.each([
  ["on", "Since when: the NHS began in 1948. Check the year"],
  ["title", "Title: the NHS began in 1948. Check the year"],
])("a label that asks loses its mark where a sentence goes on after it: %s", (field, sentence) => {
  const asked = { errors: { early: "{field}: the NHS began in 1948. Check the year" } };
  const said = { ...(words as object), ...asked, text: { on: "Since when?", title: "Title" } } as never;
  expect(errorText(said, field, "early")).toBe(sentence);
});
