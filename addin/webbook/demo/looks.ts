import type { BookStyle } from "../book/book.ts";

const INK = "#1F3B4D";

/** The few looks of the demo's cells. */
export const looks = {
  title: { bold: true, fontSize: 18, textColor: INK },
  note: { textColor: "#5B6770" },
  heading: { bold: true, fontSize: 12, textColor: "#0B615C" },
  label: { textColor: "#374151" },
  topLabel: { textColor: "#374151", verticalAlign: "top" },
  input: { bold: true, fillColor: "#FFF8DC", textColor: "#0B4F9E", align: "right" },
  answer: { bold: true, fillColor: "#E8F3F1", textColor: "#0B3F3C" },
  why: { fillColor: "#E8F3F1", textColor: "#0B3F3C", wrapping: "wrap", verticalAlign: "top" },
  clipped: { fillColor: "#E8F3F1", textColor: "#0B3F3C", wrapping: "clip" },
  date: { align: "left" },
  header: { bold: true, textColor: "#FFFFFF", fillColor: INK },
  figureHeader: { bold: true, textColor: "#FFFFFF", fillColor: INK, align: "right" },
} as const satisfies Record<string, BookStyle>;
