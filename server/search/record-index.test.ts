import { expect, it } from "vitest";
import type { PublicName } from "@/db/queries/public-names";
import { RecordIndex } from "./record-index";

const place = (name: string): PublicName => ({
  kind: "place",
  slug: name.toLowerCase().replaceAll(" ", "-"),
  name,
  nameCy: null,
  town: null,
  placeKind: "gp-practice",
  codes: [],
});
const places = (word: string, number: number) =>
  Array.from({ length: number }, (_, at) => place(`${word} Surgery ${at}`));

/** An index whose slices are let through one by one. */
function stepped() {
  const waiting: (() => void)[] = [];
  const index = new RecordIndex(() => new Promise((go) => waiting.push(go)));
  const find = (query: string) => [
    ...new Set(index.current?.index.search(query, 5, "strict").map(({ item }) => item.name)),
  ];
  const step = async () => {
    waiting.shift()?.();
    await new Promise((done) => setImmediate(done));
  };
  const finish = async () => {
    while (waiting.length > 0) await step();
  };
  return { index, find, step, finish, waiting };
}

it("is made in slices, and there when it is whole", async () => {
  const { index, find, finish, waiting } = stepped();
  const made = index.update(places("Quokka", 2_000), 1);
  expect(waiting).toHaveLength(1);
  expect(index.current).toBeNull();
  await finish();
  expect(await made).toMatchObject({ publication: 1, isComplete: true });
  expect(find("quokka surgery 1999")).toEqual(["Quokka Surgery 1999"]);
});

it("takes up a small change at once, without being made anew", async () => {
  const { index, find, finish, waiting } = stepped();
  const [withdrawn, renamed, ...others] = places("Quokka", 50);
  void index.update([withdrawn as PublicName, renamed as PublicName, ...others], 1);
  await finish();
  await index.update(
    [{ ...(renamed as PublicName), name: "Wombat Surgery" }, ...others, place("Numbat House")],
    2,
  );
  expect(waiting).toHaveLength(0);
  expect(index.current).toMatchObject({ publication: 2, isComplete: true });
  expect(find("numbat")).toEqual(["Numbat House"]);
  expect(find("wombat")).toEqual(["Wombat Surgery"]);
  expect(find("quokka surgery 0")).toEqual([]);
  expect(find("quokka surgery 1")).not.toContain("Quokka Surgery 1");
  expect(find("quokka")).toHaveLength(5); // the first two are gone; as many are found as before
});

it("answers while a large change is made: what was there is found, what was withdrawn is not", async () => {
  const { index, find, step, finish, waiting } = stepped();
  const [withdrawn, ...others] = places("Quokka", 50);
  void index.update([withdrawn as PublicName, ...others], 1);
  await finish();
  await index.update([...others, ...places("Numbat", 2_000)], 2);
  for (let i = 0; i < 3; i++) {
    await step();
    expect(waiting.length).toBeGreaterThan(0);
    expect(index.current).toMatchObject({ publication: 2, isComplete: false });
    expect(find("quokka surgery 49")).toEqual(["Quokka Surgery 49"]);
    expect(find("quokka surgery 0")).toEqual([]);
  }
  await finish();
  expect(await index.settled()).toMatchObject({ publication: 2, isComplete: true });
  expect(find("numbat surgery 1999")).toEqual(["Numbat Surgery 1999"]);
});

it("loses nothing that comes while it is made, be it much or little", async () => {
  const { index, find, step, finish } = stepped();
  const before = places("Quokka", 50);
  void index.update(before, 1);
  await finish();
  const many = places("Numbat", 500);
  await index.update([...before, ...many], 2);
  await step();
  const more = places("Wombat", 500);
  await index.update([...before.slice(1), ...many, ...more], 3);
  expect(find("quokka surgery 0")).toEqual([]);
  await step();
  await index.update([...before.slice(1), ...many.slice(1), ...more, place("Bilby House")], 4);
  await finish();
  expect(await index.settled()).toMatchObject({ publication: 4, isComplete: true });
  expect(find("bilby")).toEqual(["Bilby House"]);
  expect(find("wombat surgery 499")).toEqual(["Wombat Surgery 499"]);
  expect(find("numbat surgery 0")).toEqual([]);
  expect(find("quokka surgery 0")).toEqual([]);
});

it("keeps the newest when an older answer comes late", async () => {
  const { index, find, finish } = stepped();
  void index.update([place("Quokka House")], 2);
  await finish();
  await index.update([place("Numbat House")], 1);
  expect(index.current?.publication).toBe(2);
  expect(find("numbat")).toEqual([]);
});

it("finds a place by the whole of its code, in whatever case, and by no part of it", async () => {
  const { index, find, finish } = stepped();
  const fusehill = { ...place("Fusehill Practice"), codes: ["A82019"] };
  const trust = { ...place("North Trust"), codes: ["RNN"] };
  void index.update([fusehill, trust, place("A82 Garage Surgery"), place("Rnn Surgery")], 1);
  await finish();
  expect(find("A82019")).toEqual(["Fusehill Practice"]);
  expect(find(" a82019 ")).toEqual(["Fusehill Practice"]);
  expect(find("a8201")).toEqual([]);
  expect(new Set(find("rnn"))).toEqual(new Set(["Rnn Surgery", "North Trust"]));
  await index.update([trust], 2); // withdrawn
  expect(find("A82019")).toEqual([]);
});
