import type { BookCell } from "../../book/book.ts";
import { looks } from "../looks.ts";
import { heading, headers, note, spilled } from "./cells.ts";

/** A20 to E32: twelve weeks ahead. */
export function forecasts(): BookCell[] {
  return [
    heading("A20", "4   Forecast"),
    note("B20", "The next twelve weeks: a neural network, and exponential smoothing with its 90% interval."),
    ...headers("A21", ["Week", "LSTM network", "Smoothing", "low", "high"]),
    ...spilled("A22", "=SEQUENCE(12,1,MAX(J6#)+7,7)", 12, ["date"], looks.date),
    ...spilled("B22", "=FORECAST_LSTM(K6#,12,52)", 12, ["tenths"], looks.answer),
    ...spilled("C22", "=FORECAST_ETS(K6#,12,52,0.9)", 12, ["tenths", "tenths", "tenths"], looks.answer),
  ];
}
