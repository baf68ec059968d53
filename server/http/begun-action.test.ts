import { expect, test } from "vitest";
import { hasActionBegun, noteActionBegun, watchingActions } from "@/server/http/begun-action";

test("a page that answers a form knows it, and no other does", async () => {
  expect(hasActionBegun()).toBe(false);
  const answered = watchingActions(async () => {
    expect(hasActionBegun()).toBe(false);
    noteActionBegun();
    await Promise.resolve();
    return hasActionBegun();
  });
  expect(await answered).toBe(true);
  expect(hasActionBegun()).toBe(false);
});
