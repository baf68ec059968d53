/** Columns by year, for the eye alone: the table beside it says the same numbers. */
type PlotSeries = { label: string; values: readonly number[]; className: string };

const HEIGHT = 120;
/** Of one column; a group is its columns and one more for the space between. */
const WIDTH = 10;

/** A small plot drawn by the server: a group of columns for each label, one path for each series, and what each series is. */
export function ColumnPlot({ labels, series }: { labels: readonly string[]; series: readonly PlotSeries[] }) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const group = WIDTH * (series.length + 1);
  const width = group * labels.length;
  return (
    <div className="mb-4 max-w-line">
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${HEIGHT + 18}`} className="block h-auto w-full">
        {series.map(({ label, values, className }, at) => (
          <path
            key={label}
            className={className}
            d={values
              .map((value, index) => {
                const height = Math.round((HEIGHT * value) / most);
                return `M${index * group + at * WIDTH} ${HEIGHT}v-${height}h${WIDTH - 1}v${height}z`;
              })
              .join("")}
          />
        ))}
        <path className="stroke-ink" d={`M0 ${HEIGHT}h${width}`} />
        {labels.map((label, index) => (
          <text key={label} x={index * group} y={HEIGHT + 14} className="fill-ink text-[11px]">
            {label}
          </text>
        ))}
      </svg>
      <p className="text-base">
        {series.map(({ label, className }) => (
          <span key={label} className="mr-4 inline-block">
            <svg aria-hidden="true" width="12" height="12" className={`mr-1 inline ${className}`}>
              <path d="M0 0h12v12H0z" />
            </svg>
            {label}
          </span>
        ))}
      </p>
    </div>
  );
}
