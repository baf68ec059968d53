import { expect, it } from "vitest";
import { choicePath, readChoice } from "./problem";

it("a choice is read back from its own address", () => {
  const slugs = ["carlisle", "penrith-and-solway"];
  const url = new URL(choicePath(slugs), "https://example.org");
  expect(url.search).toBe("?choose=carlisle,penrith-and-solway");
  expect(readChoice(url.searchParams.get("choose"))).toEqual(slugs);
});

it.each([
  undefined,
  "",
  "carlisle",
  "carlisle,",
  "a,b,c,d,e",
  "carlisle,<script>",
  "CA2 7HY,carlisle",
  ["carlisle", "leeds"],
])("%j is no choice", (value) => expect(readChoice(value)).toEqual([]));
