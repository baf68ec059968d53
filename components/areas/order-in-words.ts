import type { CompareOrder } from "@/domain/figures/compare-shares";

/** An order as messages choose by it: a hyphen would end the name of a choice there. */
export function orderInWords(order: CompareOrder): "all" | "admitted" | "notAdmitted" | "name" {
  return order === "non-admitted" ? "notAdmitted" : order;
}
