import { useTranslations } from "next-intl";
import { SourceLine } from "@/components/claims/source-line";
import type { SourceRead } from "@/domain/claims/reading";

/** Every document behind a page, each once, the newest first. */
export function SourceList({ sources }: { sources: readonly SourceRead[] }) {
  const t = useTranslations("areas.page");
  if (sources.length === 0) return <p>{t("sourcesNone")}</p>;
  return (
    <ol className="max-w-line list-decimal space-y-2 pl-6">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} />
        </li>
      ))}
    </ol>
  );
}
