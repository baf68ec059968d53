import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

/** The start of a cell or a row up to the next tag, whatever its prefix; `>` may stand in an attribute. */
const CELLS = /<(?:[\w.-]+:)?(?:c|row)(?=[\s/>])[^<]*/g;
/** Where it says it is. Read up to any quote: another attribute's text cannot swallow the address behind it. */
const ADDRESSES = /\br\s*=\s*["']([^"']*)/g;
const ENCODING = /<\?xml\b[^<]*?\bencoding\s*=\s*["']?([\w.:-]*)/i;
/** A tag that a chunk ends in is looked at with the next one; no program writes a longer one. */
const LONGEST_TAG = 10_000;

/**
 * Looks through one XML part of an .xlsx, whatever it is called: the workbook says which parts are its sheets. A cell in
 * row 1,048,576 would make the reader fill all the rows before it. What is not UTF-8 could say so unseen.
 * @param chunks its bytes, unpacked.
 * @throws FileRefusal "xlsx-damaged", "too-many-rows" or "too-many-columns"
 */
export async function checkPart(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let end = "";
  for await (const chunk of chunks) {
    // One letter for each byte: all that is looked for is ASCII, which UTF-8 uses for nothing else.
    const text = end + Buffer.from(chunk).toString("latin1");
    if (text.includes("\0") || /^(?:\xff\xfe|\xfe\xff)/.test(text)) throw new FileRefusal("xlsx-damaged");
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new FileRefusal("xlsx-damaged");
    const encoding = ENCODING.exec(text)?.[1] ?? "utf-8";
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) throw new FileRefusal("xlsx-damaged");
    for (const [tag] of text.matchAll(CELLS))
      for (const [, address = ""] of tag.matchAll(ADDRESSES)) checkAddress(address);
    end = openTag(text);
  }
}

function checkAddress(address: string): void {
  // Nothing else is an address: "A1e9" and "A&#49;" are numbers to a reader.
  const [, column = "", row] = /^\s*([A-Z]*)(\d+)\s*$/.exec(address) ?? [];
  if (row === undefined) throw new FileRefusal("xlsx-damaged");
  if (Number(row) > LIMITS.rows + 50) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
  if (column.length > 2) throw new FileRefusal("too-many-columns", null, String(LIMITS.columns));
}

/** The last tag of a text where it may go on in the next chunk; "" where it is whole or only text follows it. */
function openTag(text: string): string {
  const tail = text.slice(Math.max(text.lastIndexOf("<"), 0));
  if (!tail.startsWith("<")) return "";
  const mayMatter = tail.length < 100 || /^<(?:\?xml|(?:[\w.-]+:)?(?:c|row)(?=[\s/>]))/i.test(tail);
  if (!mayMatter) return "";
  if (tail.length > LONGEST_TAG) throw new FileRefusal("xlsx-damaged");
  return tail;
}
