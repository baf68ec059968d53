import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RepairForm } from "@/components/imports/repair-form";
import imports from "@/messages/en/imports.json";

const draw = (remarks: { problems?: Record<string, string>; advice?: Record<string, string> }) =>
  renderToStaticMarkup(
    <RepairForm
      action={async () => null}
      path="/"
      words={{
        errorPrefix: "Error:",
        summaryTitle: "",
        errors: {},
        failures: {},
        text: {},
        signIn: { href: "", text: "" },
        kept: { restored: "", discard: "", retry: "", reload: "" },
      }}
      hidden={{}}
      cells={["Clinic"]}
      mapping={{ place: 0 }}
      choices={{}}
      columns={imports.columns}
      problems={{}}
      advice={{}}
      general={[]}
      decision=""
      decisions={[]}
      text={imports.row}
      {...remarks}
    />,
  ).replace(/<[^>]+>/g, " ");

test("advice is no error: it says that it is to be looked at, and a field with both has both", () => {
  const advised = draw({ advice: { provider: "Two are there." } });
  expect(advised).toContain("To look at: Two are there.");
  expect(advised).not.toContain("Error:");
  const both = draw({ advice: { place: "It may be another." }, problems: { place: "It is too long." } });
  expect(both).toMatch(/To look at: It may be another\..*Error:\s+It is too long\./s);
});
