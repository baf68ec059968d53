import qrcode from "qrcode-generator";

/** A QR code as the outline of its dark squares, for an SVG whose view is `size` units wide. */
export type QrSquare = { size: number; path: string };

/** The quiet border that readers need. */
const MARGIN = 4;

export function qrSquare(text: string): QrSquare {
  const code = qrcode(0, "M");
  code.addData(text, "Byte");
  code.make();
  const count = code.getModuleCount();
  const parts: string[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) parts.push(`M${column + MARGIN} ${row + MARGIN}h1v1h-1z`);
    }
  }
  return { size: count + 2 * MARGIN, path: parts.join("") };
}
