import { expect, test } from "vitest";
import { decidesIn } from "@/domain/campaigners/area-limits";

const limits = new Map([["limited", new Set(["carlisle", "cumbria"])]]);

test.each([
  ["limited", ["carlisle"], true],
  ["limited", ["leeds", "cumbria"], true],
  ["limited", ["leeds"], false],
  ["limited", [], false],
  ["free", ["leeds"], true],
  ["free", [], true],
] as const)("%s decides in %j: %s", (who, areas, may) => expect(decidesIn(limits, who, areas)).toBe(may));
