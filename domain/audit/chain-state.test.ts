import fc from "fast-check";
import { expect, it } from "vitest";
import { AUDIT_ACTIONS } from "./action";
import { headText, readHead } from "./chain-state";

const HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

it("where the chain stands comes back as it was written, spaces around it or not", () => {
  fc.assert(
    fc.property(fc.nat(), (number) => {
      const head = { number, hash: HASH };
      expect(readHead(headText(head))).toEqual(head);
      expect(readHead(`  ${headText(head)}\n`)).toEqual(head);
    }),
  );
});

it.each([
  "",
  HASH,
  `:${HASH}`,
  `12:${HASH.slice(1)}`,
  `12:${HASH}0`,
  `12:${HASH.toUpperCase()}`,
  `x12:${HASH}`,
  `-1:${HASH}`,
  `1234567890123456:${HASH}`,
  `12:${HASH} and more`,
])("%j is no head of a chain", (text) => {
  expect(readHead(text)).toBeNull();
});

it("every action is of something, and named once", () => {
  expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length);
  for (const action of AUDIT_ACTIONS) expect(action).toMatch(/^[a-z]+\.[a-z-]+$/);
});
