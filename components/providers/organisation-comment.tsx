import { useTranslations } from "next-intl";
import { SourceLine } from "@/components/claims/source-line";
import { Section } from "@/components/ui/section";
import type { ClaimRead } from "@/domain/claims/reading";

/** What the organisation itself says of its entry, beside its rows, each service that it runs and each practice that is registered to it; nothing where it has sent no comment. */
export function OrganisationComment({ comment, name }: { comment: ClaimRead | null; name: string }) {
  const t = useTranslations("providers");
  if (!comment || typeof comment.value !== "string") return null;
  return (
    <Section id="comment" title={t("commentTitle", { name })} note={t("commentNote")}>
      <blockquote className="max-w-line whitespace-pre-line border-rule border-l-4 pl-4">
        {comment.value}
      </blockquote>
      <p className="mt-2 max-w-line text-base">
        <SourceLine source={comment.source} />
      </p>
    </Section>
  );
}
