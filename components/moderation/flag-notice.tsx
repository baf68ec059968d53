import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { SenderFlag } from "@/domain/senders/sender";

/** Why to look twice at what was sent without an account. */
export function FlagNotice({ flags }: { flags: readonly SenderFlag[] }) {
  const t = useTranslations("moderation.brake");
  if (flags.length === 0) return null;
  return (
    <Notice tone="important" title={t("flagsTitle")}>
      {flags.map((flag) => (
        <p key={flag}>{t(`flags.${flag}`)}</p>
      ))}
    </Notice>
  );
}
