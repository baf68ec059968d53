import { expect, it } from "vitest";
import { z } from "zod";
import { isReference, referenceOf, senderFields, sentBefore } from "./sender";

const ID = "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb";

it.each([
  [null, null, "nothing"],
  ["hash", null, "link"],
  ["hash", new Date(0), "nothing"],
] as const)(
  "what was sent before, with a link of hash %j that was used at %j, waits for: %s",
  (confirmHash, confirmedAt, mailed) => {
    expect(sentBefore({ id: ID, confirmHash, confirmedAt })).toEqual({ reference: "0B8F4B4E", mailed });
  },
);

it.each([
  [referenceOf(ID), true],
  ["0b8f4b4e", false],
  ["0B8F4B4", false],
  ["0B8F4B4E1", false],
  ["G0000000", false],
  ["", false],
])("%j is a number of a receipt: %s", (text, expected) => {
  expect(isReference(text)).toBe(expected);
});

it("an address and a link may be left empty, and are looked at where they are not", () => {
  const read = (given: object) => z.object(senderFields).safeParse(given);
  expect(read({ email: " ", link: " " }).data).toEqual({ email: null, link: null });
  expect(read({ email: " Ann@Example.org ", link: "https://a.example" }).data).toEqual({
    email: "ann@example.org",
    link: "https://a.example/",
  });
  expect(read({ email: "ann", link: "" }).success).toBe(false);
  expect(read({ email: "", link: "ann" }).success).toBe(false);
  expect(read({ email: "" }).error?.issues[0]?.message).toBe("web-address");
  expect(read({ link: "" }).error?.issues[0]?.message).toBe("email-missing");
});
