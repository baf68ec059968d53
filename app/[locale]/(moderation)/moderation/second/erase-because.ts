/** The box for why something is erased for good, and how it was made sure who asks for it. @param t the words of what is erased */
export function eraseBecause(t: (key: "because" | "becauseHint") => string) {
  const [label, hint] = [t("because"), t("becauseHint")];
  return { id: "erase-because", name: "because", kind: "text" as const, label, hint };
}
