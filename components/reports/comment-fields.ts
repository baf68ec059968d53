import type { ComponentProps } from "react";
import type { SmallForm } from "@/components/reports/small-form";

type CommentWord =
  | "comment"
  | "commentHint"
  | "commentDocument"
  | "commentDate"
  | "commentDateHint"
  | "commentUrl"
  | "commentUrlHint"
  | "commentVerified"
  | "commentVerifiedHint";

/** What is asked of a comment of an organisation, wherever it is kept. @param t words of `moderation.brake`. */
export function commentFields(
  t: (key: CommentWord) => string,
): NonNullable<ComponentProps<typeof SmallForm>["fields"]> {
  const line = (id: string, name: string, label: CommentWord, hint?: CommentWord) =>
    ({ id, name, kind: "line", label: t(label), ...(hint === undefined ? {} : { hint: t(hint) }) }) as const;
  const text = { id: "comment-text", name: "comment", kind: "text" } as const;
  return [
    Object.assign({ label: t("comment"), hint: t("commentHint") }, text),
    line("comment-document", "document", "commentDocument"),
    line("comment-date", "date", "commentDate", "commentDateHint"),
    line("comment-url", "url", "commentUrl", "commentUrlHint"),
    line("comment-verified", "verified", "commentVerified", "commentVerifiedHint"),
  ];
}
