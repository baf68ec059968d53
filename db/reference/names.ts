import { brotliDecompressSync } from "node:zlib";
import type { Settlement } from "@/domain/search/settlement";
import { readReferenceFile } from "./read-together";

const FORMAT = "nhs-map names 1";
const NONE = "";

/**
 * Settlements as lines of text: a line that names the format, one of the area codes that the others count into, then
 * one for each: name, Welsh name, slug, outward code, people, council, constituencies; tabs between.
 */
export function encodeNames(settlements: readonly Settlement[]): string {
  const codes = [
    ...new Set(settlements.flatMap(({ council, constituencies }) => [council, ...constituencies])),
  ].sort();
  const number = new Map(codes.map((code, at) => [code, at.toString(36)]));
  const rows = settlements.map(({ name, nameCy, slug, outcode, people, council, constituencies }) =>
    [
      name,
      nameCy ?? NONE,
      slug,
      outcode,
      people,
      number.get(council),
      constituencies.map((code) => number.get(code)).join(","),
    ].join("\t"),
  );
  return `${[FORMAT, codes.join("\t"), ...rows].join("\n")}\n`;
}

/** @throws Error when the text is of another format. */
export function decodeNames(text: string): Settlement[] {
  const [format, codeLine = "", ...rows] = text.trimEnd().split("\n");
  if (format !== FORMAT) throw new Error("The table of names is of another format: run the ingest again.");
  const codes = codeLine.split("\t");
  const codeOf = (number: string) => codes[Number.parseInt(number, 36)] ?? "";
  return rows.map((row) => {
    const [name = "", nameCy, slug = "", outcode = "", people, council = "", parts = ""] = row.split("\t");
    return {
      name,
      nameCy: nameCy || null,
      slug,
      outcode,
      people: Number(people),
      council: codeOf(council),
      constituencies: parts.split(",").map(codeOf),
    };
  });
}

/** The towns, villages and suburbs of the clone, the largest first. About 50 ms. */
export function readNames(): Settlement[] {
  return decodeNames(brotliDecompressSync(readReferenceFile("names.br")).toString("utf8"));
}
