import { useTranslations } from "next-intl";

/** How many of an area's places have an answer: a sentence, and the same as a bar. */
export function AreaProgress({ known, answered }: { known: number; answered: number }) {
  const t = useTranslations("to-do");
  if (known === 0) return <p>{t("noRegister")}</p>;
  return (
    <div className="max-w-line">
      <p id="progress-text">{t("progress", { known, answered })}</p>
      <progress className="mt-2 h-4 w-full" max={known} value={answered} aria-labelledby="progress-text" />
    </div>
  );
}
