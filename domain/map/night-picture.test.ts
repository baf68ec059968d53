import { expect, it } from "vitest";
import { NIGHT_COLOURS, withNight } from "./night-picture";

it("a picture gets a rule for each colour that it has, and for no other", () => {
  const svg = '<svg width="1"><path fill="#d9e3e3" stroke="#9fb0b1"/><path fill="#9fb0b1"/></svg>';
  expect(withNight(svg)).toBe(
    '<svg width="1"><style>@media (prefers-color-scheme:dark){' +
      '[fill="#d9e3e3"]{fill:#131a1d}[fill="#9fb0b1"]{fill:#53666b}[stroke="#9fb0b1"]{stroke:#53666b}' +
      '}</style><path fill="#d9e3e3" stroke="#9fb0b1"/><path fill="#9fb0b1"/></svg>',
  );
});

it("only the picture itself gets a sheet", () => {
  expect(withNight('<svg a="1"><svg b="2"></svg></svg>').match(/<style>/g)).toHaveLength(1);
});

it("each colour by night is a colour, and shades have theirs too", () => {
  for (const [day, night] of Object.entries(NIGHT_COLOURS)) {
    expect(day).toMatch(/^#[0-9a-f]{6}$/);
    expect(night).toMatch(/^#[0-9a-f]{6}$/);
  }
  expect(Object.keys(NIGHT_COLOURS).length).toBeGreaterThan(8);
});
