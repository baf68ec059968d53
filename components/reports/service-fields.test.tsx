import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ServiceFields } from "@/components/reports/service-fields";
import messages from "@/messages/en/reports.json";

const ID = "0c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f";

/** Every input that sends the place, as [type, value, whether it is chosen]. */
function placeInputs(knownPlace: string | null, values: Record<string, string>) {
  const options = { category: [], providerKind: [], contractType: [], sourceKind: [] };
  const kept = { restored: "", discard: "", retry: "", reload: "" };
  const rest = { kept, summaryTitle: "", errors: {}, failures: {}, signIn: { href: "", text: "" } };
  const html = renderToStaticMarkup(
    <ServiceFields
      words={{ ...rest, errorPrefix: "", text: messages.new, link: null, agreed: null, options }}
      valueIn={(field) => values[field] ?? ""}
      errorOf={() => undefined}
      knownPlace={knownPlace}
    />,
  );
  const inputs = html.match(/<input[^>]*name="placeId"[^>]*>/g) ?? [];
  const part = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1];
  return inputs.map((input) => [part(input, "type"), part(input, "value"), input.includes(" checked")]);
}

test("a place we know is chosen, and it can be said that it is another", () => {
  expect(placeInputs("Castle Clinic", { placeId: ID })).toEqual([
    ["radio", ID, true],
    ["radio", "", false],
  ]);
});

test("without one, or once it is another, none is sent", () => {
  expect(placeInputs(null, { placeId: ID })).toEqual([["hidden", "", false]]);
  expect(placeInputs("Castle Clinic", { placeId: "" })).toEqual([["hidden", "", false]]);
});
