import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileRefusal } from "../spreadsheet-refusal";

/** What is done at each mark of a document. */
export type XmlMarks = {
  open: (tag: SaxesTagPlain) => void;
  text: (text: string) => void;
  close: (name: string) => void;
};

/**
 * Reads XML as it comes.
 * @returns a function to give each piece to; the last is followed by null.
 * @throws FileRefusal for what is no XML, and for a document that defines names of its own: no spreadsheet does.
 */
export function xmlReader({ open, text, close }: XmlMarks): (piece: string | null) => void {
  const parser = new SaxesParser();
  parser.on("opentag", open);
  parser.on("closetag", ({ name }) => close(name));
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("doctype", () => {
    throw new FileRefusal("xlsx-damaged");
  });
  parser.on("error", () => {
    throw new FileRefusal("xlsx-damaged");
  });
  return (piece) => {
    if (piece === null) parser.close();
    else parser.write(piece);
  };
}

/** An attribute as text; "" where it is not there. */
export function attributeOf(tag: SaxesTagPlain, name: string): string {
  return tag.attributes[name] ?? "";
}
