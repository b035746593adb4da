import { columnLetter } from "../../tables/sheet.ts";
import { blockAddress } from "../layout.ts";
import type { ColumnSpec, RowSpec, SpecCell } from "../spec.ts";
import type { Heading } from "./headers.ts";
import { headerOf, orderColumns, type Money, type OrderColumn } from "./order-columns.ts";

/** The sheet's columns, and addresses in them; rows are counted from 0. */
export class OrderTable {
  readonly columns: readonly OrderColumn[];
  /** The column from which on all are details. */
  readonly detailsFrom: number;

  constructor(
    readonly money: Money,
    without: readonly Heading[],
  ) {
    const { shown, details } = orderColumns(money, without);
    this.columns = [...shown, ...details];
    this.detailsFrom = shown.length;
  }

  specs(company: string | undefined): ColumnSpec[] {
    return this.columns.map(({ heading, width, kind }) => ({ header: headerOf(heading, company), width, kind }));
  }

  index(heading: Heading): number {
    return this.columns.findIndex((column) => column.heading === heading);
  }

  at(heading: Heading, row: number): string {
    return `${columnLetter(this.index(heading))}${row + 1}`;
  }

  /** From a row to before another; it stays where it is when a formula with it is moved. */
  block(heading: Heading, from: number, to: number): string {
    const column = this.index(heading);
    return blockAddress(from, column, Math.max(from, to - 1), column).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  }

  row(kind: RowSpec["kind"], cells: Partial<Record<Heading, SpecCell>>): RowSpec {
    return { kind, cells: this.columns.map(({ heading }) => cells[heading] ?? null) };
  }
}
