import { useTranslations } from "next-intl";
import type { ProviderDetail } from "@/domain/pages/place-page";

/** Who owns an organisation: by name where a source gives it, else what kind of owners have the most of it, else that it is not known. */
export function useOwners(): (provider: Pick<ProviderDetail, "owners" | "ownerClass">) => string {
  const t = useTranslations("providers");
  return ({ owners, ownerClass }) => owners ?? (ownerClass ? t(`ownersOf.${ownerClass}`) : t("unknown"));
}
