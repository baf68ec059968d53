import { useTranslations } from "next-intl";
import { ClaimValueText } from "@/components/claims/claim-value";
import { SourceLine } from "@/components/claims/source-line";
import { companyAddress } from "@/components/providers/company-address";
import type { ProviderPageData } from "@/domain/pages/place-page";
import { reasonField } from "@/domain/providers/why-counted";

/** Why the organisation is counted as outside the NHS or not, with the source that says so, and the state of its company. */
export function WhyCountedLine({
  page: { provider, why, claims, names },
}: {
  page: Pick<ProviderPageData, "provider" | "why" | "claims" | "names">;
}) {
  const t = useTranslations("providers");
  const s = useTranslations("services.providerKind");
  const held = (field: string) => claims.find((claim) => claim.isInForce && claim.field === field);
  const reason = held(reasonField(why) ?? "");
  const state = held("company-status");
  return (
    <div id="why" className="my-4 max-w-line space-y-2">
      <p>
        {t(`why.${why}`, { kind: provider.kind ? s(provider.kind) : "" })}{" "}
        {why === "form" && mayHaveOwners(provider) ? `${t("ownersNotChecked")} ` : null}
        {reason ? (
          <>
            {t("whySource")} <SourceLine source={reason.source} />.
          </>
        ) : (
          t("whyNoSource")
        )}{" "}
        {provider.companiesHouseNumber ? (
          <a href={companyAddress(provider.companiesHouseNumber)} rel="noopener">
            {t("whyLookUp")}
          </a>
        ) : null}
      </p>
      {state && !isActive(state.value) ? (
        <p className="font-semibold">
          {t("companyState")} <ClaimValueText claim={state} names={names} />. {t("whySource")}{" "}
          <SourceLine source={state.source} />.
        </p>
      ) : null}
    </div>
  );
}

/** A source that names its owners stands below; a charity, a university or a council has none. */
function mayHaveOwners({ owners, kind }: Pick<ProviderPageData["provider"], "owners" | "kind">): boolean {
  return owners === null && (kind === "company" || kind === "partnership");
}

function isActive(value: unknown): boolean {
  return typeof value === "object" && value !== null && "status" in value && value.status === "active";
}
