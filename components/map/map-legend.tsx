"use client"; // so that a page carries its six words twice, and not its drawings

export type LegendStrings = {
  legend: string;
  legendOperating: string;
  legendPlanned: string;
  legendEnded: string;
  legendApproximate: string;
  legendCluster: string;
};

/** What the marks mean, in the shapes of pin-images.ts. */
export function MapLegend({ strings }: { strings: LegendStrings }) {
  return (
    <ul className="service-map-legend" aria-label={strings.legend}>
      <li>
        <Mark>
          <circle r="7" fill="var(--map-mark-pin)" />
        </Mark>
        {strings.legendOperating}
      </li>
      <li>
        <Mark>
          <circle r="6.25" fill="var(--map-mark-paper)" stroke="var(--map-mark-pin)" strokeWidth="2.5" />
        </Mark>
        {strings.legendPlanned}
      </li>
      <li>
        <Mark>
          <circle r="6.5" fill="var(--map-mark-paper)" stroke="var(--map-mark-ended)" strokeWidth="2" />
          <path d="M-6.5 0h13" stroke="var(--map-mark-ended)" strokeWidth="2" />
        </Mark>
        {strings.legendEnded}
      </li>
      <li>
        <Mark>
          <circle r="9" fill="none" stroke="var(--map-mark-pin)" strokeWidth="1.75" strokeDasharray="4 3" />
          <circle r="4.5" fill="var(--map-mark-pin)" />
        </Mark>
        {strings.legendApproximate}
      </li>
      <li>
        <Mark>
          <circle r="10" fill="var(--map-mark-pin)" />
          <text textAnchor="middle" y="4" fontSize="11" fontWeight="600" fill="var(--map-mark-paper)">
            4
          </text>
        </Mark>
        {strings.legendCluster}
      </li>
    </ul>
  );
}

function Mark({ children }: { children: React.ReactNode }) {
  return (
    <svg viewBox="-11 -11 22 22" width="22" height="22" aria-hidden="true">
      {children}
    </svg>
  );
}
