import { expect, it } from "vitest";
import { confirmPagePath } from "./confirm-page";

it("keeps what the confirm page needs and drops the rest", () => {
  const query = new URLSearchParams("token=a%2Bb&email=x%40example.org&callbackUrl=%2Freports&json=true&x=1");
  expect(confirmPagePath(query)).toBe("/sign-in/confirm?token=a%2Bb&callbackUrl=%2Freports");
  expect(confirmPagePath(new URLSearchParams())).toBe("/sign-in/confirm?");
});
