import { expect, test } from "vitest";
import { english } from "@/app/i18n/catalogue";
import { CODE_ATTEMPTS, CODE_LENGTH } from "@/domain/campaigners/sign-in-code";
import { SHORTEST_REASON } from "@/domain/forms/reason";
import {
  MOST_DIRECTORY_MEGABYTES,
  MOST_EXTRACT_MEGABYTES,
  MOST_MEGABYTES,
} from "@/domain/imports/upload-limit";

/** Every text with its key. */
function texts(tree: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : texts(value, [...path, key]),
  );
}

// What a page promises is kept by the code, or not promised. These were made and not kept, and nobody noticed.
test.each([
  ["that nothing can be lost: a network, a browser or a file can", /nothing (you wrote )?is lost/i],
  ["that something will exist one day", /will stand here|it will come/i],
  ["time that runs while the page stands open", /\{# more minutes?\}/],
  ["an appeal, whether or not there was one", /was not accepted\. You can ask once/],
])("no text promises %s", (_what, promise) => {
  expect(texts(english).filter(([, text]) => promise.test(text))).toEqual([]);
});

test("the cookies of the privacy page are those of the code", () => {
  const { cookies } = english.about.privacy.sections;
  expect(cookies.text).toContain("one that keeps you signed in, and one that tells the top of each page");
  expect(cookies.text).not.toMatch(/protects the form/);
});

test("numbers that a text promises are those of the code", () => {
  const { account, imports, moderation, reports } = english;
  expect([CODE_ATTEMPTS, account.errors["code-wrong"]]).toEqual([
    5,
    expect.stringContaining("five wrong codes"),
  ]);
  expect([CODE_LENGTH, account.code.codeHint]).toEqual([8, expect.stringContaining("Eight letters")]);
  const reason = `at least ${SHORTEST_REASON} letters`;
  for (const text of [reports.errors["reason-needed"], moderation.one.reasonHint.toLowerCase()])
    expect(text).toContain(reason);
  expect(imports.new.fileHint).toContain(`at most ${MOST_MEGABYTES} MB`);
  expect(imports.edition.fileHint).toContain(`at most ${MOST_EXTRACT_MEGABYTES} MB`);
  expect(imports.edition.fileHint).toContain(`at most ${MOST_DIRECTORY_MEGABYTES} MB`);
});
