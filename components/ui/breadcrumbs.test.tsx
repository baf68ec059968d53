import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Breadcrumbs } from "./breadcrumbs";

it("stands a separator between two steps, and none after the last", () => {
  const trail = ["Areas", "England", "Carlisle"].map((text) => ({ href: `/${text}`, text }));
  const words = (count: number) =>
    renderToStaticMarkup(<Breadcrumbs label="Where" trail={trail.slice(0, count)} />).replace(/<[^>]*>/g, "");
  expect(words(3)).toBe("Areas/England/Carlisle");
  expect(words(1)).toBe("Areas");
});
