import type { RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";

/** What calls itself NHS; trusts, health bodies and commissioners of the four nations, as they are called in full. */
const NHS_BODY =
  /^(?:the )?NHS\b|^public health wales\b|\bNHS\b.*\b(?:trust|board|ICB|foundation)\b|\bhealth board\b|\bHSC trust\b|\bhealth and social care trust\b|\bintegrated care board\b|\bICB$/i;

/**
 * Why an organisation that is new to us cannot come in with a list: an NHS body is not outsourced, and without a word on
 * what it is, a GP partnership or an NHS body would be counted as outsourced (`countsAs(null)`). "Not known" is a full
 * answer, but has to be written.
 */
export function newProviderProblem(name: string, kind: ImportRow["providerKind"]): RowProblem | null {
  if (kind === "nhs-body" || kind === "nhs-owned-company" || NHS_BODY.test(name))
    return { column: "provider", code: "provider-nhs", detail: name };
  return kind === null ? { column: "provider-kind", code: "provider-kind-needed", detail: name } : null;
}
