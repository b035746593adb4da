import type { ReactNode } from "react";
import type { ChartPicture, ChartSize } from "./chart.ts";

export interface ChartFrameProps extends Pick<ChartPicture, "xTicks" | "yTicks"> {
  readonly size: ChartSize;
  /** Begins the ids of its title and description. */
  readonly id: string;
  readonly title: string;
  /** What a screen reader says of the picture. */
  readonly description: string;
  readonly children: ReactNode;
}

/** A picture with its axes: what every chart of the pane has around its lines. */
export function ChartFrame({ size, id, title, description, xTicks, yTicks, children }: ChartFrameProps) {
  const { width, height, left, right, bottom } = size;
  const anchor = (x: number): "start" | "middle" | "end" =>
    x < left + 30 ? "start" : x > width - 40 ? "end" : "middle";
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {yTicks.map(({ y, label }) => (
        <g key={label}>
          <line className="grid" x1={left} x2={width - right} y1={y} y2={y} />
          <text className="tick" x={left - 5} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ x, label }) => (
        <text key={label} className="tick" x={x} y={height - bottom + 14} textAnchor={anchor(x)}>
          {label}
        </text>
      ))}
      {children}
    </svg>
  );
}
