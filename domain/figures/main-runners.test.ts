import { expect, test } from "vitest";
import { mainRunners } from "@/domain/figures/main-runners";

const [eyes, scans, hips] = ["Eyes", "Scans", "Hips"].map((name) => ({ slug: name.toLowerCase(), name }));
if (!eyes || !scans || !hips) throw new Error("three are needed");

test.each([
  ["a third is named, less is not", [eyes, eyes, scans, scans, hips, null], ["Eyes 2", "Scans 2"]],
  ["services that name nobody are in the whole", [eyes, eyes, null, null, null, null, null], []],
  ["the most first", [scans, eyes, eyes, eyes, scans], ["Eyes 3", "Scans 2"]],
  ["of one service nobody runs a third", [eyes], []],
  ["nor where each runs one", [eyes, scans, hips], []],
  ["all of several", [eyes, eyes], ["Eyes 2"]],
  ["nothing of none", [], []],
])("%s", (_, runners, named) => {
  expect(mainRunners(runners).map(({ name, services }) => `${name} ${services}`)).toEqual(named);
});
