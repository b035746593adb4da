/** An amount as English writes it, like every word beside it and on the sheet, without cents from a thousand up: "€1,234", "12.50". */
export function money(amount: number, currency: string): string {
  const digits = Math.abs(amount) >= 1000 ? 0 : 2;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    return new Intl.NumberFormat("en", { ...format, style: "currency", currency }).format(amount);
  } catch {
    return [new Intl.NumberFormat("en", format).format(amount), currency].filter(Boolean).join(" ");
  }
}

/** A number with its thousands apart: "20,000". */
export function english(amount: number): string {
  return new Intl.NumberFormat("en").format(amount);
}

export function count(amount: number, one: string, many = `${one}s`): string {
  return `${english(amount)} ${amount === 1 ? one : many}`;
}
