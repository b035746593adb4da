/** What is odd about a row of a request; the plan has it among its exceptions. */
export interface RowException {
  readonly sku: string;
  readonly code: "data" | "status";
  readonly money: number;
  readonly message: string;
}
