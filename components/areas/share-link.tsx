import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { TextInput } from "@/components/ui/inputs";

/** The page's own address in a box, to be copied. */
export function ShareLink({ url }: { url: string }) {
  const t = useTranslations("areas.page");
  return (
    <div className="max-w-line space-y-3">
      <TextInput id="share" label={t("shareLabel")} defaultValue={url} readOnly />
      <CopyButton from="share" label={t("copyLink")} done={t("copied")} />
    </div>
  );
}
