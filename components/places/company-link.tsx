import { useTranslations } from "next-intl";
import { companyAddress } from "@/components/providers/company-address";
import type { RegisteredAnswer } from "@/domain/registrations/registered";

/** Where to look up who owns the company that is registered, of one that nobody has looked at; nothing for every other answer. */
export function CompanyLink({ answer }: { answer: RegisteredAnswer }) {
  const t = useTranslations("places.registered");
  const { kind, holder, companyNumber } = answer;
  if (kind !== "not-checked" || holder === null || companyNumber === null) return null;
  return (
    <>
      {" "}
      <a href={companyAddress(companyNumber)} rel="noopener">
        {t("lookUp", { holder })}
      </a>
    </>
  );
}
