import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { AccountLinks } from "./account-links";

const path = vi.hoisted(() => ({ now: "/", query: "" }));
vi.mock("next/navigation", () => ({
  usePathname: () => path.now,
  useSearchParams: () => new URLSearchParams(path.query),
}));

const words = {
  signIn: "Sign in",
  signedIn: "You are signed in",
  reports: "My reports",
  moderation: "Moderation",
  entry: "Change this entry",
};
const wayIn = (locale: "en" | "cy") =>
  /href="([^"]*)"/.exec(renderToStaticMarkup(<AccountLinks locale={locale} words={words} />))?.[1];

beforeEach(() => {
  path.now = "/";
});

// On the server an English page is drawn under "/en", in the browser without: both must write the same link.
test.each([
  ["en", "/about/how-we-count", "/sign-in?callbackUrl=%2Fabout%2Fhow-we-count"],
  ["en", "/en/about/how-we-count", "/sign-in?callbackUrl=%2Fabout%2Fhow-we-count"],
  ["cy", "/cy/areas", "/cy/sign-in?callbackUrl=%2Fcy%2Fareas"],
  ["en", "/", "/sign-in"],
  ["cy", "/cy", "/cy/sign-in"],
  ["en", "/sign-in/code", "/sign-in"],
  ["cy", "/cy/sign-in", "/cy/sign-in"],
] as const)("%s %s: signing in leads back", (locale, here, expected) => {
  path.now = here;
  expect(wayIn(locale)).toBe(expected);
});

test("signing in leads back to what is written", () => {
  path.now = "/cy/reports/new/who";
  path.query = "draft=1&fix=yes";
  expect(wayIn("cy")).toBe("/cy/sign-in?callbackUrl=%2Fcy%2Freports%2Fnew%2Fwho%3Fdraft%3D1");
  path.query = "";
});
