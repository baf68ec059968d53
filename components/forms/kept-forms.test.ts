import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const forms = readdirSync("components", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => ({ name, source: readFileSync(`components/${name}`, "utf8") }))
  .filter(({ source }) => source.includes("useKeptForm("));

/** Their own field, or those of senders without an account (components/senders). */
const asking = forms
  .filter(({ source }) => source.includes('type="email"') || source.includes("<SenderFields"))
  .map(({ name }) => name);

it.each(asking)(
  "%s asks for an email address, so the browser keeps nothing of it for the next person at the computer",
  (name) => {
    const { source = "" } = forms.find((form) => form.name === name) ?? {};
    expect(source).toMatch(/useKeptForm\(\{[^}]*\}/);
    expect(source).not.toMatch(/useKeptForm\(\{[^}]*\bname\b/);
  },
);

it("knows the forms that ask for one", () => {
  expect(asking).toEqual(
    expect.arrayContaining([
      "account/sign-in-form.tsx",
      "complaints/complaint-form.tsx",
      "tips/tip-form.tsx",
    ]),
  );
});
