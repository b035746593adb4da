/** A point of the picture, in its own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ChartData {
  readonly history: readonly (number | null)[];
  readonly forecast: readonly { readonly mean: number; readonly low: number; readonly high: number }[];
  readonly labels: readonly string[];
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  /** Room for the numbers on the left, the words below, and half a line above and a little on the right. */
  readonly left: number;
  readonly bottom: number;
  readonly top: number;
  readonly right: number;
}

/** The picture's lines as SVG paths, and where its words stand. */
export interface ChartPicture {
  readonly history: string;
  readonly forecast: string;
  readonly band: string;
  /** Single known values between missing ones, which no line shows. */
  readonly dots: readonly Point[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  /** Where the forecast begins. */
  readonly nowX: number;
}

/** Round steps that give three to five intervals up to the highest value. */
export function tickStep(highest: number): number {
  const rough = Math.max(highest, 1e-9) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough * (1 - 1e-9)) ?? 10 * power;
}

const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
/** The line through points, as an SVG path. */
export const path = (points: readonly Point[]): string => (points.length === 0 ? "" : `M${points.map(at).join("L")}`);

/** Runs of known values; a missing value breaks the line. */
function runs(points: readonly (Point | null)[]): Point[][] {
  const found: Point[][] = [[]];
  for (const point of points) {
    if (point) found.at(-1)!.push(point);
    else if (found.at(-1)!.length > 0) found.push([]);
  }
  return found.filter(({ length }) => length > 0);
}

/** Room that a period's name needs; of names closer than that only the first and last are shown. */
const LABEL_WIDTH = 64;

const rounded = (value: number): string =>
  new Intl.NumberFormat("en", {
    notation: value >= 10_000 ? "compact" : "standard",
    maximumFractionDigits: 2,
  }).format(value);

/** The axis of values up to the highest, in round steps: where a value stands, and the words beside it. */
export function valueAxis(
  highest: number,
  size: ChartSize,
): { y(value: number): number; readonly ticks: ChartPicture["yTicks"] } {
  const step = tickStep(highest || 1);
  const top = Math.max(step, Math.ceil(highest / step - 1e-9) * step);
  const y = (value: number): number => size.top + (1 - value / top) * (size.height - size.top - size.bottom);
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => ({
    y: y(i * step),
    label: rounded(i * step),
  }));
  return { y, ticks };
}

/** A period's name where it is clear what it is: "Week of 16 Nov 2026" as "16 Nov 2026". */
export const short = (label = ""): string => label.replace(/^Week of /, "");

/** Lays the chart out; history and forecast share one scale, and the forecast's line starts at the last known value. */
export function drawChart({ history, forecast, labels }: ChartData, size: ChartSize): ChartPicture {
  const total = history.length + forecast.length;
  const highest = Math.max(
    0,
    ...history.map((value) => value ?? 0),
    ...forecast.map(({ mean, high }) => Math.max(mean, high)),
  );
  const { y, ticks } = valueAxis(highest, size);
  const innerWidth = size.width - size.left - size.right;
  const x = (i: number): number => size.left + (total > 1 ? (i / (total - 1)) * innerWidth : innerWidth / 2);
  const past = runs(history.map((value, i) => (value === null ? null : { x: x(i), y: y(value) })));
  const ahead = (value: (period: ChartData["forecast"][number]) => number): Point[] =>
    forecast.map((period, h) => ({ x: x(history.length + h), y: y(value(period)) }));
  const last = past.at(-1)?.at(-1);
  const begins = last && history.at(-1) !== null ? [last] : [];
  const marks = total > 1 ? [0, Math.round((history.length - 1) / 2), history.length - 1, total - 1] : [0];
  const apart = marks.filter(
    (i, k) => k === 0 || k === marks.length - 1 || marks.every((j) => j === i || Math.abs(x(j) - x(i)) > LABEL_WIDTH),
  );
  return {
    history: past
      .filter(({ length }) => length > 1)
      .map(path)
      .join(""),
    dots: past.flatMap((run) => (run.length === 1 ? run : [])),
    forecast: path([...begins, ...ahead(({ mean }) => mean)]),
    band: forecast.length > 0 ? `${path([...ahead(({ high }) => high), ...ahead(({ low }) => low).reverse()])}Z` : "",
    yTicks: ticks,
    xTicks: [...new Set(apart)]
      .filter((i) => i >= 0 && labels[i] !== undefined)
      .map((i) => ({ x: x(i), label: short(labels[i]) })),
    nowX: x(Math.max(0, history.length - 0.5)),
  };
}

/** The last so many periods of the history, with their labels, so that a narrow picture stays readable. */
export function recent({ history, forecast, labels }: ChartData, periods: number): ChartData {
  const from = Math.max(0, history.length - periods);
  return { history: history.slice(from), forecast, labels: labels.slice(from) };
}
