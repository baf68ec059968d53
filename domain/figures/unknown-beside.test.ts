import { expect, test } from "vitest";
import { unknownBeside } from "./unknown-beside";

type Given = Parameters<typeof unknownBeside>[0] extends Iterable<infer One> ? One : never;
const service = (given: Partial<Given> = {}): Given => ({
  kind: null,
  status: "operating",
  visibility: "published",
  provider: { slug: "a", name: "Alpha" },
  notCounted: null,
  ...given,
});
const beside = (list: Given[]) => unknownBeside(list, "outside-the-nhs");

test("running services of an unknown kind stand beside the count, with each organisation once, by name", () => {
  const beta = { slug: "b", name: "Beta" };
  const list = [service({ provider: beta }), service(), service(), service({ provider: null })];
  expect(beside(list)).toEqual({
    services: 4,
    organisations: [{ slug: "a", name: "Alpha" }, beta],
    notNamed: 1,
  });
});

test("what is counted, not running, not public or no longer listed is not among them", () => {
  const others: Partial<Given>[] = [
    { kind: "company" },
    { status: "planned" },
    { status: "ended" },
    { visibility: "withheld" },
    { notCounted: "no-longer-listed" },
  ];
  expect(beside(others.map(service))).toEqual({ services: 0, organisations: [], notNamed: 0 });
});
