import { GROWING_PLACE, type Memory } from "./bytes/memory.ts";
import type { Texts } from "./bytes/texts.ts";
import { XmlScanner } from "./bytes/xml-scanner.ts";
import { XmlText } from "./bytes/xml-text.ts";

const NAMES = ["si", "t", "rPh"];
const [ITEM, TEXT, PHONETIC] = [0, 1, 2];

/** Reads the shared strings as they arrive: rich text joined, without phonetic hints. */
export function stringsScanner(strings: string[], texts: Texts, memory: Memory): XmlScanner {
  const text = new XmlText();
  let inText = false;
  let phonetic = false;
  return new XmlScanner(NAMES, {
    open(name) {
      if (name === ITEM) text.clear();
      else if (name === PHONETIC) phonetic = true;
      else if (name === TEXT) inText = !phonetic;
    },
    text(bytes, from, to) {
      if (inText) text.add(bytes, from, to);
    },
    close(name) {
      if (name === TEXT) inText = false;
      else if (name === PHONETIC) phonetic = false;
      else if (name === ITEM) {
        memory.take(GROWING_PLACE);
        strings.push(text.text(texts));
      }
    },
  });
}
