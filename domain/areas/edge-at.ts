import { itemAt } from "@/domain/lists/item-at";

/** The two ends of the edge that begins at a place of a flat ring: x1, y1, x2, y2. */
export function edgeAt(ring: ArrayLike<number>, at: number): [number, number, number, number] {
  return [itemAt(ring, at), itemAt(ring, at + 1), itemAt(ring, at + 2), itemAt(ring, at + 3)];
}
