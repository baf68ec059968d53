import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangeForm } from "@/components/reports/change-form";

/** Drawn in the browser, where no page's language is at hand: whatever it links to has its address already. */
test("asks about what our map has at a place, without anything of the server's", () => {
  const words = {
    errorPrefix: "",
    summaryTitle: "",
    errors: {},
    failures: {},
    signIn: { href: "", text: "" },
    kept: {},
    text: { mapped: "What did you check?", mappedChange: "Tell us what changed about it" },
    link: null,
    options: { category: [], providerKind: [], contractType: [], sourceKind: [] },
    proofs: [],
    mapped: [{ value: "this", label: "This one" }],
  } as unknown as Parameters<typeof ChangeForm>[0]["words"];
  const html = renderToStaticMarkup(
    <ChangeForm
      action={async () => null}
      keptAs="x"
      words={words}
      question="not-outsourced"
      onMap={[{ href: "/cy/reports/change?service=mill", text: "GP practice at Mill Surgery" }]}
      initial={{}}
      hidden={{}}
      buttons={[]}
      today="2026-11-30"
    />,
  );
  expect(html).toContain("GP practice at Mill Surgery");
  expect(html).toContain('href="/cy/reports/change?service=mill"');
  expect(html).toContain("What did you check?");
});
