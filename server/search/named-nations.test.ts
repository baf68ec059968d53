import { expect, test } from "vitest";
import { namedNations } from "./named-nations";

test.each<[string, string[]]>([
  ["royal infirmary of edinburgh", ["scotland"]],
  ["university hospital of wales", ["wales"]],
  ["Ysbyty Caerdydd", ["wales"]],
  ["royal victoria hospital belfast", ["northern-ireland"]],
  ["Glasgow", ["scotland"]],
  ["Merthyr Tydfil", ["wales"]],
  ["cumberland infirmary carlisle", ["england"]],
  ["newcastle upon tyne hospital", ["england"]],
  ["park surgery", []],
  ["ninewells", []],
  ["SpaMedica", []],
  ["", []],
])("%s: %j", (query, nations) => {
  expect(namedNations(query)).toEqual(nations);
});
