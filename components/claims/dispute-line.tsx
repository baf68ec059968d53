import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { DisputeRead } from "@/domain/claims/dispute";

/** What is disputed, in a moderator's words, and since when. */
export function DisputeLine({ dispute: { since, says } }: { dispute: DisputeRead }) {
  const t = useTranslations("services.page");
  return (
    <p className="max-w-line font-semibold text-accent">
      {t("disputedSince", { date: useDates()(since), says })}
    </p>
  );
}
